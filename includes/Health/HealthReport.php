<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/**
 * All checks together: the same for Site Health, WooCommerce's status report, the settings page and WP-CLI.
 *
 * @phpstan-import-type HealthStatusAnswer from Verdict
 *
 * @phpstan-type HealthCheckAnswer array{
 *     name: string,
 *     label: string,
 *     status: HealthStatusAnswer,
 *     title: string,
 *     why: string,
 *     // A list that the cause ends with, or none.
 *     items: list<string>,
 *     next_step: string,
 *     // Where it can be mended, below wp-admin: the address of the site stays out. Empty where there is no such
 *     // page.
 *     page: string,
 * }
 */
final class HealthReport {

	/** @param \Closure(): HealthChecks $health_checks made anew for each look: they share what one has read. */
	public function __construct( private readonly \Closure $health_checks ) {}

	/** @return list<HealthCheck> */
	public function checks(): array {
		return ( $this->health_checks )()->checks;
	}

	/** @return list<HealthCheckAnswer> */
	public function all(): array {
		return array_map(
			function ( HealthCheck $check ): array {
				$verdict = $this->verdict( $check );
				return [
					'name'      => $check->name(),
					'label'     => $check->label(),
					'status'    => $verdict->status,
					'title'     => $verdict->title,
					'why'       => $verdict->why,
					'items'     => $verdict->items,
					'next_step' => $verdict->next_step,
					'page'      => $verdict->page,
				];
			},
			$this->checks()
		);
	}

	/** A check that fails counts as a fault. */
	public function verdict( HealthCheck $check ): Verdict {
		try {
			return $check->verdict();
		} catch ( DatabaseRefused ) {
			return Verdict::critical(
				/* translators: %s: what was to be looked at, such as "Tables of the plugin". */
				sprintf( __( '%s: the database did not answer', 'orderinvoicer' ), $check->label() ),
				__(
					'Nothing is known about it now. Work that the database refuses is tried again by itself.',
					'orderinvoicer'
				),
				__( 'Look again in a moment. If it stays so, ask your host to look at the database.', 'orderinvoicer' )
			);
		}
	}
}
