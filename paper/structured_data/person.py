from paper.absolute import absolute
from paper.shown_pictures import portrait_of
from paper.structured_data.image import portrait
from paper.structured_data.organization import publisher
from paper.structured_data.writing import filled


def person(author):
    """An author as a story names one. The address is the same wherever the author is named, and so is the `@id`."""
    address = absolute(author.get_absolute_url())
    return filled(
        {
            "@type": "Person",
            "@id": f"{address}#person",
            "name": author.name,
            "url": address,
            "jobTitle": author.job_title,
        }
    )


def profile_page(author, paper, about):
    """The author's own page; `about` is the bio as plain text. What the page does not show is not told."""
    told = person(author) | {
        "description": about,
        "image": portrait(shown) if (shown := portrait_of(author)) else None,
        "sameAs": [link.url for link in author.links.all()],
        "knowsAbout": author.areas_of_expertise,
        "knowsLanguage": author.spoken_languages,
        "workLocation": author.location,
        "email": author.public_email,
        "telephone": author.public_phone,
        "worksFor": publisher(paper) if author.is_active else None,
    }
    return {"@type": "ProfilePage", "url": absolute(author.get_absolute_url()), "mainEntity": filled(told)}
