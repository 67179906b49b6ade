"""What failed on the way to a server, and what its answer is not."""

from app.words.phrase import sentence

THE_SERVER = sentence("the server")
TRY_LATER = sentence("Try again later.")

# No answer.
PROXY_REFUSED = sentence("The proxy refused the way to {host}.")
CHECK_PROXY = sentence("Check the proxy in the settings.")
PROXY_LOCKED = sentence("The proxy wants a name and a password.")
PROXY_LOGIN_PLACE = sentence("They stand in its address: http://name:password@host:port.")
PROXY_AWAY = sentence("The proxy cannot be reached.")
CHECK_PROXY_RUNS = sentence("Check its address, and whether it runs.")
NAME_NOT_FOUND = sentence("The name {host} cannot be looked up.")
CHECK_DNS = sentence("Check the network, or the DNS settings.")
NO_CERTIFICATE = sentence("{host} has no valid certificate.")
NOTHING_SENT = sentence("Something between here and there may be reading along; nothing was sent.")
REFUSED = sentence("{host} refused the connection.")
MAY_BE_DOWN = sentence("It may be down, or a firewall is in the way.")
IS_IT_RUNNING = sentence("Is it running?")
NO_NETWORK = sentence("There is no network.")
CHECK_CABLE = sentence("Check the cable or the Wi-Fi.")
TOO_SLOW = sentence("{host} did not answer in time.")
GIVE_TIME = sentence("Check the network, or give it more time.")
UNREACHABLE = sentence("{host} cannot be reached.")
CHECK_NETWORK = sentence("Check the network.")

# An answer that is of no use.
ANSWERED = sentence("{host} answered {status}.")
NO_HTTP = sentence("{host} sent an answer that is no HTTP.")
SOMETHING_ELSE = sentence("Something else may be listening there.")
UNSAFE_REDIRECT = sentence("{host} redirects in circles, or to an unsafe address.")
NO_JSON = sentence("The answer is not JSON.")
TOO_LARGE = sentence("{host} sent more than {mib} MiB.")
NOT_INFLATED = sentence("{host} sent an answer that cannot be inflated.")
CUT_SHORT = sentence("{host} sent an answer that is cut short.")
OTHER_COMPRESSION = sentence("{host} sent an answer in a compression that was not asked for.")

# Certificates that the environment names.
NAMES_NO_FILE = sentence("{variable} names {place}, which is not a file.")
NAMES_NO_CERTIFICATES = sentence("{variable} names {place}, which holds no certificates.")
NAMES_UNREADABLE = sentence("{variable} names {place}, which cannot be read.")
NAMES_NO_FOLDER = sentence("{variable} names {place}, which holds no certificates, or cannot be read.")
CORRECT_VARIABLE = sentence("Correct the variable, or unset it.")
