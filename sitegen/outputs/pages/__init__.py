"""One module for each kind of page: its plan, its view, what its template gets."""
