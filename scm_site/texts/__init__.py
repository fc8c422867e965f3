"""Contributors' Markdown: rendered safely, and judged where it asks for what the site does not show."""
