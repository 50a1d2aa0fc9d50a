<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\V1;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Sleep;
use OrderInvoicer\Sellsy\Transport\HttpResponse;

/**
 * API v1 takes five requests a second, whatever v2 still allows. So this process makes no more than four, and one that
 * was refused for that limit, before anything was done, is made again a second later.
 */
final class V1Pace {

	/** Milliseconds from one request to the next. */
	private const APART = 250;

	/** Milliseconds after which the limit counts anew. */
	private const REFUSED = 1100;

	private const TRIES = 3;

	/** Nanoseconds, by the process's own clock; null before the first request. */
	private ?int $last = null;

	public function __construct( private readonly Sleep $sleep ) {}

	/** @param \Closure(): HttpResponse $send */
	public function around( \Closure $send ): HttpResponse {
		for ( $try = 1; ; $try++ ) {
			$this->keep_apart();
			$response = $send();
			if ( $try === self::TRIES || V1Errors::code( $response ) !== V1Errors::LIMIT ) {
				return $response;
			}
			$this->sleep->milliseconds( self::REFUSED );
		}
	}

	private function keep_apart(): void {
		$since = $this->last === null ? self::APART : intdiv( hrtime( true ) - $this->last, 1_000_000 );
		if ( $since < self::APART ) {
			$this->sleep->milliseconds( self::APART - $since );
		}
		$this->last = hrtime( true );
	}
}
