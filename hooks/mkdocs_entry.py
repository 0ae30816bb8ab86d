"""MkDocs' events, for who clones the project: the host's side sees to each of them."""

from mkdocs.plugins import CombinedEvent

from coursework_mkdocs import building, events, search_text

on_startup, on_files = events.on_startup, events.on_files
on_config = CombinedEvent(building.on_config, events.on_config)
on_nav, on_page_markdown, on_env = events.on_nav, events.on_page_markdown, events.on_env
on_page_context, on_post_page = search_text.on_page_context, events.on_post_page
on_post_template, on_serve = events.on_post_template, events.on_serve
on_post_build, on_build_error, on_shutdown = building.on_post_build, building.on_build_error, building.on_shutdown
