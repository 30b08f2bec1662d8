// Runs before the first picture, so that a dark page never flashes white. The switch itself is libs/webkit/ui/theme.ts.
(function () {
  var theme = null;
  try {
    theme = localStorage.getItem('knotenpunkt.theme');
    var language = localStorage.getItem('knotenpunkt.language');
    if (language === 'en') document.documentElement.lang = 'en';
  } catch {
    // No storage: the device decides.
  }
  if (theme !== 'light' && theme !== 'dark') theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.kernTheme = theme;
})();
