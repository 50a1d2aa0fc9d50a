<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Checks\Access\KeysCheck;
use OrderInvoicer\Health\Checks\Access\PersonCheck;
use OrderInvoicer\Health\Checks\Access\PrivilegesCheck;
use OrderInvoicer\Health\Checks\Access\SharedAccessCheck;
use OrderInvoicer\Health\Checks\AttentionCheck;
use OrderInvoicer\Health\Checks\ClashCheck;
use OrderInvoicer\Health\Checks\ConnectionCheck;
use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\HooksCheck;
use OrderInvoicer\Health\Checks\LoopbackCheck;
use OrderInvoicer\Health\Checks\OtherInvoicesCheck;
use OrderInvoicer\Health\Checks\PassCheck;
use OrderInvoicer\Health\Checks\SecretsCheck;
use OrderInvoicer\Health\Checks\ServerCheck;
use OrderInvoicer\Health\Checks\Site\AddressCheck;
use OrderInvoicer\Health\Checks\Site\CacheCheck;
use OrderInvoicer\Health\Checks\Site\ClockCheck;
use OrderInvoicer\Health\Checks\Site\LimitsCheck;
use OrderInvoicer\Health\Checks\Site\OtherConnectorCheck;
use OrderInvoicer\Health\Checks\Site\OwnRouteCheck;
use OrderInvoicer\Health\Checks\Sold\SoldCheck;
use OrderInvoicer\Health\Checks\TablesCheck;
use OrderInvoicer\Health\Checks\Taxes\RatesCheck;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\Health\Checks\WaitingCheck;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/** All checks together: the same for Site Health, WooCommerce's status report, the settings page and WP-CLI. */
final class HealthReport {

	/** In the order in which they are shown. A new one is named here. */
	public const IN_ORDER = [
		ConnectionCheck::class,
		SecretsCheck::class,
		ClashCheck::class,
		WaitingCheck::class,
		AttentionCheck::class,
		PassCheck::class,
		LoopbackCheck::class,
		HooksCheck::class,
		OtherInvoicesCheck::class,
		TablesCheck::class,
		ServerCheck::class,
		AddressCheck::class,
		OwnRouteCheck::class,
		ClockCheck::class,
		CacheCheck::class,
		LimitsCheck::class,
		OtherConnectorCheck::class,
		PrivilegesCheck::class,
		PersonCheck::class,
		SharedAccessCheck::class,
		KeysCheck::class,
		RatesCheck::class,
		SoldCheck::class,
	];

	/** @param list<HealthCheck> $checks */
	public function __construct( public readonly array $checks ) {}

	/**
	 * @return list<array{
	 *     name: string,
	 *     label: string,
	 *     status: string,
	 *     title: string,
	 *     why: string,
	 *     items: list<string>,
	 *     next_step: string,
	 *     page: string
	 * }>
	 */
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
			$this->checks
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
