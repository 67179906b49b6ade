"""A webcast server on 127.0.0.1 with a seeded script: demo, tests, benchmark."""
