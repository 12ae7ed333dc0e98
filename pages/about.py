"""Why the figures can be trusted, and where they cannot."""

from analysis.text.method import HOW, LIMITS
from pages.shared import download, grid, html, method
from pages.shared.shell import open_page

page = open_page("about")
t = page.t
html.section(t("about.how_title"))
method.paragraphs(page, "how", HOW)
html.section(t("about.accuracy_title"))
method.accuracy(page)
html.section(t("about.limits_title"))
method.paragraphs(page, "limit", LIMITS)
html.section(t("about.privacy_title"))
method.paragraphs(page, "privacy", method.PRIVACY)
html.section(t("about.codes_title"))
method.paragraphs(page, "codes", method.CODES)
download.key(page)
html.section(t("about.source_title"))
grid.plain(page, method.source(page), key="about_source", config=method.columns(page))
