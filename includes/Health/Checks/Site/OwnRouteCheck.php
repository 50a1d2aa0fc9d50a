<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks\Site;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\SeenOn;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\WordPress\System\OwnRoute;
use OrderInvoicer\WordPress\System\SeenRoute;

/** Whether our REST answered when the site last asked it, and what stands in the way. */
final class OwnRouteCheck implements HealthCheck {

	public function __construct( private readonly OwnRoute $route ) {}

	public function name(): string {
		return 'rest';
	}

	public function label(): string {
		return __( 'Answers of the site (REST)', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		$seen = $this->route->last_seen();
		return match ( $seen?->outcome ) {
			SeenRoute::ANSWERED   => Verdict::good(
				__( 'Order Invoicer answers at the address of this site', 'orderinvoicer' ),
				SeenOn::text( $seen->at )
			),
			SeenRoute::LOCKED     => $this->in_the_way(
				$seen,
				__( 'A password stands before the whole site', 'orderinvoicer' ),
				__( 'The server asks every visitor for a name and a password, Sellsy and the site itself too: Sellsy cannot tell this shop of changes, and documents begin minutes later.', 'orderinvoicer' ),
				__(
					'Ask your host to take it away, or to let wp-admin/admin-ajax.php, ?wc-api= and wp-json pass.',
					'orderinvoicer'
				)
			),
			SeenRoute::REDIRECTED => $this->in_the_way(
				$seen,
				__( 'The address of this site leads to another one', 'orderinvoicer' ),
				__( 'What is sent to the site gets lost on the way: Sellsy cannot tell it of changes, and documents begin minutes later.', 'orderinvoicer' ),
				__( 'Enter in Settings › General the address to which browsers are led, with https and with or without www, as they show it.', 'orderinvoicer' ),
				'options-general.php'
			),
			SeenRoute::REFUSED    => $this->in_the_way(
				$seen,
				__( 'The answers of Order Invoicer are blocked for visitors', 'orderinvoicer' ),
				__( 'A security plugin or the server refuses them. You see this page, so they pass for you; programs of yours that ask them are refused.', 'orderinvoicer' ),
				__( 'Let /wp-json/orderinvoicer/ pass in the security plugin. Where nothing answers there at all, save Settings › Permalinks once.', 'orderinvoicer' ),
				'options-permalink.php'
			),
			SeenRoute::OTHER      => $this->in_the_way(
				$seen,
				__( 'Something else answers in the place of Order Invoicer', 'orderinvoicer' ),
				__( 'A page of a cache, of maintenance or of an error came back instead.', 'orderinvoicer' ),
				__( 'Exclude /wp-json/ from the cache, or look in the error log of the server.', 'orderinvoicer' )
			),
			default               => $this->unknown( $seen ),
		};
	}

	private function in_the_way(
		SeenRoute $seen,
		string $title,
		string $why,
		string $next_step,
		string $page = '',
	): Verdict {
		return Verdict::recommended( $title, $why . ' ' . SeenOn::text( $seen->at ), $next_step, $page );
	}

	private function unknown( ?SeenRoute $seen ): Verdict {
		return Verdict::unknown(
			__( 'Not known: whether Order Invoicer answers at the address of this site', 'orderinvoicer' ),
			$seen === null
				? __( 'The site has not asked itself so far.', 'orderinvoicer' )
				: __( 'The site got no answer from itself.', 'orderinvoicer' ) . ' ' . SeenOn::text( $seen->at ),
			__( 'The button “Test now” in the diagnostics of Order Invoicer tries it.', 'orderinvoicer' )
		);
	}
}
