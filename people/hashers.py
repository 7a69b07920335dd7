"""The password hash: scrypt, above what Django asks of it."""

from django.contrib.auth.hashers import ScryptPasswordHasher


class StrongScryptHasher(ScryptPasswordHasher):
    """Scrypt with N=2^15, r=8, p=3, one of the settings OWASP gives as its minimum (Password Storage Cheat Sheet).

    Of those it needs the least memory, 32 MiB for each check: a class that signs in at once must fit on a small server.
    It keeps Django's name of the algorithm, so older hashes are still read, and are replaced at the next sign-in.
    """

    work_factor = 2**15
    parallelism = 3
    # OpenSSL refuses more than 32 MiB unless told, and the check needs a little above.
    maxmem = 64 * 1024 * 1024
