<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

use OrderInvoicer\Sellsy\Transport\HttpResponse;

defined( 'ABSPATH' ) || exit;

/** What an answer's headers say of the account's allowance per second, minute, day and month. */
final class Quota {

	/** Header => seconds until it is worth asking again; the longest exhausted one counts, so they are ordered. */
	private const WINDOWS = [
		'x-quota-remaining-by-month'  => 3600,
		'x-quota-remaining-by-day'    => 3600,
		'x-quota-remaining-by-minute' => 60,
		'x-quota-remaining-by-second' => 1,
	];

	/** Without a header that says more: Sellsy's documentation names no time, a minute is its shortest useful window. */
	private const UNKNOWN = 60;

	/** Whatever a proxy on the way says: asking again costs nothing, waiting for ever costs every invoice. */
	private const LONGEST = 3600;

	private function __construct( private readonly HttpResponse $response ) {}

	public static function of( HttpResponse $response ): self {
		return new self( $response );
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

	/** After a 429: seconds until the next request. `Retry-After` is not documented by Sellsy, but obeyed where it stands. */
	public function seconds_until_open(): int {
		$retry_after = $this->response->header( 'retry-after' );
		if ( ctype_digit( $retry_after ) ) {
			return min( max( 1, (int) $retry_after ), self::LONGEST );
		}
		$exhausted_for = $this->exhausted_for();
		return $exhausted_for > 0 ? $exhausted_for : self::UNKNOWN;
	}
}
