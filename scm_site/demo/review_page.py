"""A page with the review of every pull request that waits, as its author and the board see it on the forge."""

from datetime import date
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt

from scm_site.approval.pull_requests import read_pull_requests
from scm_site.demo.play import RECORDS
from scm_site.demo.repository import Repository
from scm_site.pipeline import review
from scm_site.reports.review_document import make_review_document
from scm_site.reports.review_markdown import ReviewPlaces, render_review_markdown

BEGIN = """\
# What the reviews say

Every pull request gets a comment like these soon after it is opened, and again whenever it changes; `scm review` prints
the same. These pull requests wait in the example. Who has agreed already stands under
[Waiting for approval](../waiting/index.md).
"""
PART = """
<section aria-labelledby="review-{name}">
<h2 id="review-{name}">{title}</h2>
<p>Pull request {number}, opened on {opened} by <code>{author}</code>.</p>
{comment}
</section>
"""
#: The page stands at `tour/reviews/`, so the site begins two steps up.
SITE = "../../"


def make_review_page(repository: Repository, as_of: date) -> str:
    """Give the page as Markdown: one section for each pull request that waits, with its comment as HTML."""
    waiting = read_pull_requests(repository.folder / RECORDS).waiting
    parts = [
        PART.format(
            name=Path(pull.paths[0]).stem,
            number=pull.number,
            title=escape(pull.title),
            opened=pull.opened_at.date(),
            author=escape(pull.author),
            comment=render_comment(repository.folder, pull.author, pull.number, as_of),
        )
        for pull in waiting
    ]
    return BEGIN + "".join(parts)


def render_comment(root: Path, author: str, number: int, as_of: date) -> str:
    """Give the comment on a pull request as HTML, its headings below the page's."""
    reviewed = review(root, "main", f"{author}-{number}", as_of=as_of, author=author)
    document = make_review_document(reviewed.review, reviewed.address)
    told = render_review_markdown(document, ReviewPlaces(site=SITE))
    markdown = MarkdownIt("commonmark", {"html": True})
    tokens = markdown.parse(told)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{int(token.tag[1]) + 1}"
    return str(markdown.renderer.render(tokens, markdown.options, {}))
