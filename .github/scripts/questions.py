"""What we ask the forge's GraphQL API about pull requests: https://docs.github.com/en/graphql/reference/objects#pullrequest

Each list comes in pages. The first pages of the lists inside a pull request are short, because the forge counts how
many entries it may have to give; what does not fit is asked for by itself.
"""

PAGE = "pageInfo { hasNextPage endCursor }"
#: `__typename` tells a bot from a person of the same name.
ACCOUNT = "{ __typename login }"

#: The entries of each list inside a pull request or a commit.
FIELDS = {
    "commits": "commit { id oid authors(first: 10) { pageInfo { hasNextPage endCursor } nodes { user { login } } } }",
    "latestOpinionatedReviews": f"state submittedAt commit {{ oid }} author {ACCOUNT}",
    "files": "path",
    "authors": "user { login }",
}


def ask_list(field: str, first: int) -> str:
    """Give the part of a question that asks for the first entries of a list."""
    return f"{field}(first: {first}) {{ totalCount {PAGE} nodes {{ {FIELDS[field]} }} }}"


def make_more(kind: str, field: str) -> str:
    """Give the question for the next page of a list inside of something, which is named by its id."""
    return f"""\
query More($id: ID!, $after: String) {{
  node(id: $id) {{
    ... on {kind} {{ {field}(first: 100, after: $after) {{ {PAGE} nodes {{ {FIELDS[field]} }} }} }}
  }}
}}"""


def make_list(name: str, state: str, size: int, parts: str) -> str:
    """Give the question for a page of the pull requests to a branch that are in a state."""
    return f"""\
query {name}($owner: String!, $name: String!, $branch: String!, $after: String) {{
  repository(owner: $owner, name: $name) {{
    pullRequests(
      baseRefName: $branch, states: [{state}], first: {size}, after: $after
      orderBy: {{ field: CREATED_AT, direction: ASC }}
    ) {{
      {PAGE}
      nodes {{ {parts} }}
    }}
  }}
}}"""


BRANCH = """\
query Branch($owner: String!, $name: String!, $branch: String!) {
  repository(owner: $owner, name: $name) { ref(qualifiedName: $branch) { target { oid } } }
}"""

MERGED = make_list(
    "Merged",
    "MERGED",
    50,
    f"id number headRefOid mergedAt mergeCommit {{ oid }} author {ACCOUNT} mergedBy {ACCOUNT} "
    f"{ask_list('commits', 10)} {ask_list('latestOpinionatedReviews', 20)}",
)

OPEN = make_list(
    "Open",
    "OPEN",
    25,
    f"id number title createdAt isDraft headRefOid author {ACCOUNT} "
    f"{ask_list('files', 50)} {ask_list('latestOpinionatedReviews', 20)}",
)
