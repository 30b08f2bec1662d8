export { BarChart, type Bar, type BarChartProps } from './BarChart';
export { MatrixChart, type MatrixChartProps } from './MatrixChart';
export { MarkList, TimeChart, type ChartMark, type ChartSeries, type TimeChartProps } from './TimeChart';
export { useWidth } from './useWidth';
