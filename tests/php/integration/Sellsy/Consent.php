<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\Pkce;
use OrderInvoicer\Sellsy\Auth\TokenEndpoint;

/** A person who allows the private client on the login host's page. */
final class Consent {

	public const REDIRECT_URI = 'https://shop.example/wp-admin/';

	/** @return string the code that the browser brings back. */
	public static function given( TokenEndpoint $endpoint, Credentials $credentials, Pkce $pkce ): string {
		$url = $endpoint->authorization_url( $credentials, $pkce, self::REDIRECT_URI, 'state-1' );
		parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $form );
		$answer = wp_remote_post(
			explode( '?', $url )[0],
			[
				'redirection' => 0,
				'body'        => $form + [ 'decision' => 'allow' ],
			]
		);
		parse_str(
			(string) wp_parse_url( (string) wp_remote_retrieve_header( $answer, 'location' ), PHP_URL_QUERY ),
			$back
		);
		return $back['state'] === 'state-1' ? (string) $back['code'] : '';
	}
}
