"""How the manual looks, for Sphinx; docs/build.py builds it once for each language."""

project = "reise"
extensions = ["myst_parser"]
myst_enable_extensions = ["attrs_inline", "colon_fence", "tasklist"]
myst_heading_anchors = 3

html_theme = "furo"
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#1f5f8b", "color-brand-content": "#1f5f8b"},
    "dark_css_variables": {"color-brand-primary": "#8ec1e6", "color-brand-content": "#8ec1e6"},
}
html_static_path = ["static"]
html_css_files = ["manual.css"]
templates_path = ["templates"]
locale_dirs = ["../locale"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "languages.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_show_copyright = False
html_show_sourcelink = False
html_copy_source = False
html_use_index = False
html_last_updated_fmt = None
