<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Queue\HooksInPlace;

/** Other plugins can remove our callbacks, and nobody would notice before an invoice is missing. */
final class HooksCheck implements HealthCheck {

	public function __construct( private readonly HooksInPlace $hooks ) {}

	public function name(): string {
		return 'hooks';
	}

	public function label(): string {
		return __( 'Events of WooCommerce', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		$missing = $this->hooks->missing();
		return $missing === []
			? Verdict::good( __( 'Nothing keeps new orders from arriving here', 'orderinvoicer' ) )
			: Verdict::critical(
				__( 'Some events of WooCommerce do not arrive', 'orderinvoicer' ),
				sprintf(
					/* translators: %s: names of hooks. */
					__( 'Another plugin or the theme takes it away from: %s.', 'orderinvoicer' ),
					implode( ', ', $missing )
				),
				__( 'Look for code that calls remove_all_actions or remove_action, and deactivate plugins one by one until this message goes away.', 'orderinvoicer' )
			);
	}
}
