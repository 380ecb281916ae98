"""Where a list becomes several pages, so that growth touches a bounded number of pages of bounded size."""

LIST = 100  # articles on one page of a name; a longer list is cut by year, then into pages of this size from the oldest
INDEX = 300  # names (or undated sources) on an index page; a longer one is cut by the first letters of the address
PART = 3  # how many letters
TOP = 60  # names of each kind on the front page of a long index
LATEST = 40  # articles on the front page of a long list
