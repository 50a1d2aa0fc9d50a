<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\System;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;

/**
 * Asks the list of our own REST routes as a visitor without a name would, and keeps what came back: where a security
 * plugin or a password of the server stands before it, and until when the certificate counts.
 */
final class OwnRoute {

	public const OPTION = 'orderinvoicer_own_route';

	private const SECONDS = 10;

	public function __construct(
		private readonly string $namespace_of_ours,
		private readonly Clock $clock,
	) {}

	/** A request of the site to itself: seconds where it is blocked. */
	public function look(): void {
		$ends  = null;
		$want  = static function ( mixed $handle ): void {
			if ( $handle instanceof \CurlHandle ) {
				curl_setopt( $handle, CURLOPT_CERTINFO, true ); // phpcs:ignore WordPress.WP.AlternativeFunctions
			}
		};
		$ended = static function ( mixed $headers, mixed $info = null ) use ( &$ends ): void {
			$chain = is_array( $info ) ? $info['certinfo'] ?? null : null;
			$first = is_array( $chain ) ? $chain[0] ?? null : null;
			$ends  = is_array( $first ) ? $first['Expire date'] ?? null : null;
		};
		add_action( 'http_api_curl', $want );
		add_action( 'requests-curl.after_request', $ended, 10, 2 );
		try {
			$outcome = $this->outcome();
		} finally {
			remove_action( 'http_api_curl', $want );
			remove_action( 'requests-curl.after_request', $ended );
		}
		$end = is_string( $ends ) ? strtotime( $ends ) : false;
		update_option(
			self::OPTION,
			[
				'outcome' => $outcome,
				'at'      => $this->clock->now()->getTimestamp(),
				'ends'    => $end === false ? null : $end,
			],
			false
		);
	}

	/** Null before the first look. */
	public function last_seen(): ?SeenRoute {
		$kept = get_option( self::OPTION );
		if ( ! is_array( $kept ) || ! is_string( $kept['outcome'] ?? null ) || ! is_int( $kept['at'] ?? null ) ) {
			return null;
		}
		$ends = $kept['ends'] ?? null;
		return new SeenRoute(
			$kept['outcome'],
			new \DateTimeImmutable( "@{$kept['at']}" ),
			is_int( $ends ) ? new \DateTimeImmutable( "@$ends" ) : null
		);
	}

	private function outcome(): string {
		$answer = wp_remote_get(
			rest_url( $this->namespace_of_ours ),
			[
				'timeout'     => self::SECONDS,
				'redirection' => 0,
				// As WordPress's own loopback: what is wrong with the certificate is said apart.
				// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- core's hook.
				'sslverify'   => apply_filters( 'https_local_ssl_verify', false ) === true,
			]
		);
		return is_wp_error( $answer )
			? SeenRoute::SILENT
			: SeenRoute::outcome(
				(int) wp_remote_retrieve_response_code( $answer ),
				wp_remote_retrieve_header( $answer, 'www-authenticate' ) !== '',
				wp_remote_retrieve_body( $answer ),
				$this->namespace_of_ours
			);
	}
}
