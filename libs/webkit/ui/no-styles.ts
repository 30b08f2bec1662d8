// Stands in for every `.css` file in Jest, which has no page to style (see jest.config.mjs).
export default {};
