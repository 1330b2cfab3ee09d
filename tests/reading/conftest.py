import pytest

from tests.reading.page import Page


@pytest.fixture
def read(client):
    """`read("/world/")`: the page that a reader gets, who is nobody in particular."""

    def read(address, status=200):
        response = client.get(address)
        assert response.status_code == status
        return Page(response)

    return read
