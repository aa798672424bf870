"""What tests share: sites to try things on, and the ways to run and to visit them. No tests.

`site_test.SiteTest` is where to begin: a small whole site, changed, built and looked at.
"""
