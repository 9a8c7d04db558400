"""What a code says so that a phone joins a wireless network."""

import pytest

from mi_print.trade.qr_code import wifi_text


@pytest.mark.parametrize(
    ("network", "password", "said"),
    [
        ("Guests", None, "WIFI:T:nopass;S:Guests;;"),
        ("NeurIPS-2025", "attention", "WIFI:T:WPA;S:NeurIPS-2025;P:attention;;"),
        ('a;b,c:d"e\\f', "x y", 'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\f;P:x y;;'),
    ],
)
def test_a_code_lets_a_phone_join_a_network(network: str, password: str | None, said: str) -> None:
    assert wifi_text(network, password) == said
