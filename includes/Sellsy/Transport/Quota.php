<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

/** What the headers of an answer say about the account's allowance per second, minute, day and month. */
final class Quota {

	private const PREFIX = 'x-quota-remaining-by-';

	/** Header => seconds until it is worth asking again; the longest exhausted one counts, so they are ordered. */
	private const WINDOWS = [
		self::PREFIX . 'month'  => 3600,
		self::PREFIX . 'day'    => 3600,
		self::PREFIX . 'minute' => 60,
		self::PREFIX . 'second' => 1,
	];

	/**
	 * Without a header that says more: Sellsy's documentation names no time, a minute is its shortest useful window.
	 */
	private const UNKNOWN = 60;

	/** Whatever a proxy on the way says: asking again costs nothing, waiting for ever costs every invoice. */
	private const LONGEST = 3600;

	private function __construct( private readonly HttpResponse $response ) {}

	public static function from_response( HttpResponse $response ): self {
		return new self( $response );
	}

	/** @return array<string, int> by window, those that the answer names; empty where it is not Sellsy's. */
	public function remaining(): array {
		$remaining = [];
		foreach ( self::WINDOWS as $header => $seconds ) {
			$left = $this->response->header( $header );
			if ( ctype_digit( $left ) ) {
				$remaining[ substr( $header, strlen( self::PREFIX ) ) ] = (int) $left;
			}
		}
		return $remaining;
	}

	/** Seconds to wait because a window is used up; 0 when none is. */
	private function exhausted_for(): int {
		foreach ( self::WINDOWS as $header => $seconds ) {
			if ( $this->response->header( $header ) === '0' ) {
				return $seconds;
			}
		}
		return 0;
	}

	/**
	 * After a 429: seconds until the next request. `Retry-After` is not documented by Sellsy, but obeyed where it
	 * stands.
	 */
	public function seconds_until_open(): int {
		$retry_after = $this->response->header( 'retry-after' );
		if ( ctype_digit( $retry_after ) ) {
			return min( max( 1, (int) $retry_after ), self::LONGEST );
		}
		$exhausted_for = $this->exhausted_for();
		return $exhausted_for > 0 ? $exhausted_for : self::UNKNOWN;
	}
}
