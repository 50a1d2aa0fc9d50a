<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\TalkBack\Rules\TakeEvent;
use OrderInvoicer\Features\TalkBack\Rules\Taken;
use OrderInvoicer\WooCommerce\ShopEventAddress;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/** Where Sellsy sends events (`ShopEventAddress`). Nothing that is sent here is ever shown again. */
final class EventEndpoint {

	/** WooCommerce's hook is `woocommerce_api_` with this. */
	public const NAME = ShopEventAddress::NAME;

	/** @param \Closure(): TakeEvent $take_event made only when something was sent. */
	public function __construct( private readonly \Closure $take_event ) {}

	public function register(): void {
		add_action( 'woocommerce_api_' . self::NAME, [ $this, 'handle_woocommerce_api' ] );
	}

	/** @internal */
	public function handle_woocommerce_api(): void {
		// phpcs:disable WordPress.Security.ValidatedSanitizedInput -- compared, never stored or shown.
		$method    = is_string( $_SERVER['REQUEST_METHOD'] ?? null ) ? $_SERVER['REQUEST_METHOD'] : '';
		$signature = $_SERVER['HTTP_X_WEBHOOK_SIGNATURE'] ?? '';
		$length    = is_numeric( $_SERVER['CONTENT_LENGTH'] ?? null ) ? (int) $_SERVER['CONTENT_LENGTH'] : 0;
		// phpcs:enable
		$body = $method === 'POST' && $length <= TakeEvent::LARGEST
			? file_get_contents( 'php://input', false, null, 0, TakeEvent::LARGEST + 1 )
			: '';
		nocache_headers();
		status_header(
			$length > TakeEvent::LARGEST
				? Taken::TooLarge->value
				: $this->answer( $method, (string) $body, is_string( $signature ) ? $signature : '' )
		);
		exit;
	}

	/** @return int the HTTP status. Sellsy may look first whether somebody is there. */
	public function answer( string $method, string $body, string $signature ): int {
		if ( $method !== 'POST' ) {
			return in_array( $method, [ 'GET', 'HEAD' ], true ) ? 200 : 405;
		}
		try {
			return ( $this->take_event )()->take( $body, $signature )->value;
		} catch ( DatabaseRefused ) {
			return 503;
		}
	}
}
