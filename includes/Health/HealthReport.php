<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

defined( 'ABSPATH' ) || exit;

/** All checks together: the same for Site Health, WooCommerce's status report, the settings page and WP-CLI. */
final class HealthReport {

	/** @param list<HealthCheck> $checks in the order in which they are shown. */
	public function __construct( public readonly array $checks ) {}

	/** @return list<array{name: string, label: string, status: string, title: string, why: string, next_step: string, page: string}> */
	public function all(): array {
		return array_map(
			static function ( HealthCheck $check ): array {
				$verdict = $check->verdict();
				return [
					'name'      => $check->name(),
					'label'     => $check->label(),
					'status'    => $verdict->status,
					'title'     => $verdict->title,
					'why'       => $verdict->why,
					'next_step' => $verdict->next_step,
					'page'      => $verdict->page,
				];
			},
			$this->checks
		);
	}
}
