<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\HttpTransport;

defined( 'ABSPATH' ) || exit;

/** Remembers what the last answer said of the account's allowance; written once per process, after its work. */
final class QuotaSeen implements HttpTransport {

	public const OPTION = 'orderinvoicer_quota_seen';

	private const HEADER = 'x-quota-remaining-by-';

	private const WINDOWS = [ 'minute', 'day', 'month' ];

	/** @var array<string, int|string> */
	private array $seen = [];

	public function __construct( private readonly HttpTransport $transport ) {}

	public function send( HttpRequest $request ): HttpResponse {
		$response = $this->transport->send( $request );
		$this->note( $response );
		return $response;
	}

	/** @internal */
	public function handle_shutdown(): void {
		update_option( self::OPTION, $this->seen, false );
	}

	/** @return array<string, int|string> `at` and what remains by window; empty when no answer was ever seen. */
	public static function last(): array {
		$stored = get_option( self::OPTION );
		return is_array( $stored ) ? array_filter( $stored, static fn ( mixed $value, mixed $name ): bool => is_string( $name ) && ( is_int( $value ) || is_string( $value ) ), ARRAY_FILTER_USE_BOTH ) : [];
	}

	/** API v1 says nothing of it: then what is known stays. */
	private function note( HttpResponse $response ): void {
		$remaining = [];
		foreach ( self::WINDOWS as $window ) {
			$value = $response->header( self::HEADER . $window );
			if ( ctype_digit( $value ) ) {
				$remaining[ $window ] = (int) $value;
			}
		}
		if ( $remaining === [] ) {
			return;
		}
		if ( $this->seen === [] ) {
			add_action( 'shutdown', [ $this, 'handle_shutdown' ] );
		}
		$this->seen = [ 'at' => gmdate( DATE_RFC3339 ) ] + $remaining;
	}
}
