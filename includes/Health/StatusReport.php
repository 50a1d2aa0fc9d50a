<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\WorkflowSettings;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Reports\StatusView;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/**
 * Our section on WooCommerce › Status and on Tools › Site Health › Info. People post both in public: see Diagnostics.
 * WooCommerce's own button copies what stands in `data-export-label` and the third cell, with ticks and crosses for
 * icons and a line for each part between commas.
 */
final class StatusReport {

	public function __construct(
		private readonly HealthReport $health,
		private readonly SettingsStore $settings,
		private readonly ConnectionView $connection,
		private readonly StatusView $status,
	) {}

	public function register(): void {
		add_filter( 'debug_information', [ $this, 'handle_debug_information' ] );
		add_action( 'woocommerce_system_status_report', [ $this, 'handle_woocommerce_system_status_report' ] );
	}

	/**
	 * @internal
	 * @param array<string, mixed> $information
	 * @return array<string, mixed>
	 */
	public function handle_debug_information( array $information ): array {
		$fields = [];
		foreach ( $this->facts() as $name => $fact ) {
			$fields[ $name ] = [
				'label' => $fact['label'],
				'value' => $fact['value'],
				'debug' => $fact['value'],
			];
		}
		foreach ( $this->health->all() as $check ) {
			$fields[ "check_{$check['name']}" ] = [
				'label' => $check['label'],
				'value' => $check['title'],
				'debug' => $check['status'],
			];
		}
		$information['orderinvoicer'] = [
			'label'  => __( 'Order Invoicer', 'orderinvoicer' ),
			'fields' => $fields,
		];
		return $information;
	}

	/** @internal */
	public function handle_woocommerce_system_status_report(): void {
		echo '<table class="wc_status_table widefat" cellspacing="0"><thead><tr>';
		printf(
			'<th colspan="3" data-export-label="Order Invoicer"><h2>%s</h2></th></tr></thead><tbody>',
			esc_html__( 'Order Invoicer', 'orderinvoicer' )
		);
		foreach ( $this->facts() as $name => $fact ) {
			$this->row( $name, $fact['label'], '', esc_html( $fact['value'] ) );
		}
		foreach ( $this->health->checks() as $check ) {
			$verdict = $this->health->verdict( $check );
			$this->row(
				"check_{$check->name()}",
				$check->label(),
				$verdict->sentences(),
				$this->mark( $verdict->status, $verdict->title )
			);
		}
		echo '</tbody></table>';
	}

	/** @param string $html of the value, escaped. */
	private function row( string $name, string $label, string $help, string $html ): void {
		$tip = $help === '' || ! function_exists( 'wc_help_tip' ) ? '' : wc_help_tip( $help, true );
		// WooCommerce's script inserts the tip as HTML: "true" takes from it what could run.
		// The rest is WooCommerce's own markup, and the value is escaped by the caller.
		// phpcs:disable WordPress.Security.EscapeOutput
		printf(
			'<tr><td data-export-label="%1$s">%2$s:</td><td class="help">%3$s</td><td>%4$s</td></tr>',
			esc_attr( $name ),
			esc_html( $label ),
			$tip,
			$html
		);
		// phpcs:enable WordPress.Security.EscapeOutput
	}

	private function mark( string $status, string $title ): string {
		return match ( $status ) {
			'good'     => sprintf(
				'<mark class="yes"><span class="dashicons dashicons-yes" aria-hidden="true"></span></mark> %s',
				esc_html( $title )
			),
			'critical' => sprintf(
				'<mark class="error"><span class="dashicons dashicons-warning" aria-hidden="true"></span> %s</mark>',
				esc_html( $title )
			),
			default    =>
				sprintf( '<span class="dashicons dashicons-info" aria-hidden="true"></span> %s', esc_html( $title ) ),
		};
	}

	/** @return array<string, array{label: string, value: string}> */
	private function facts(): array {
		try {
			return $this->known();
		} catch ( DatabaseRefused ) {
			// The checks below say why.
			return [ 'version' => $this->fact( __( 'Version', 'orderinvoicer' ), ORDERINVOICER_VERSION ) ];
		}
	}

	/** @return array<string, array{label: string, value: string}> */
	private function known(): array {
		$settings = $this->settings->get();
		$status   = $this->status->current();
		$counts   = array_map(
			static fn ( string $state, int $count ): string => "$state $count",
			array_keys( $status['counts'] ),
			$status['counts']
		);
		$on       = array_keys(
			array_filter( $settings->workflows, static fn ( WorkflowSettings $workflow ): bool => $workflow->enabled )
		);
		return [
			'version'    => $this->fact( __( 'Version', 'orderinvoicer' ), ORDERINVOICER_VERSION ),
			'connection' => $this->fact( __( 'Connection', 'orderinvoicer' ), $this->connection->state() ),
			'shop_code'  => $this->fact( __( 'Shop code', 'orderinvoicer' ), $settings->shop_code ),
			'documents'  => $this->fact(
				__( 'Documents switched on', 'orderinvoicer' ),
				$on === [] ? '-' : implode(
					' / ',
					array_map(
						static fn ( string $kind ): string => "$kind ({$settings->workflows[$kind]->trigger->value})",
						$on
					)
				)
			),
			'pause'      => $this->fact( __( 'Pause', 'orderinvoicer' ), $status['pause']['code'] ?? '-' ),
			'counts'     => $this->fact( __( 'Tasks by state', 'orderinvoicer' ), implode( ' / ', $counts ) ),
			'oldest_due' => $this->fact( __( 'Oldest waiting', 'orderinvoicer' ), $status['oldest_due_at'] ?? '-' ),
			'last_sweep' => $this->fact( __( 'Last pass', 'orderinvoicer' ), $status['last_sweep_at'] ?? '-' ),
			'drafts_seen' => $this->fact(
				__( 'All open drafts compared with Sellsy', 'orderinvoicer' ),
				$status['drafts_seen_at'] ?? '-'
			),
			'sellsy_seen' => $this->fact(
				__( 'Payments and open documents looked at in Sellsy', 'orderinvoicer' ),
				$status['sellsy_seen_at'] ?? '-'
			),
			...$this->rounds(),
		];
	}

	/** @return array<string, array{label: string, value: string}> */
	private function rounds(): array {
		$rounds = $this->status->rounds_seen_at();
		return [
			'recent_seen' => $this->fact(
				__( 'All documents of the last 90 days looked at in Sellsy', 'orderinvoicer' ),
				$rounds['recent'] ?? '-'
			),
			'old_seen'    => $this->fact(
				__( 'All older documents looked at in Sellsy', 'orderinvoicer' ),
				$rounds['old'] ?? '-'
			),
		];
	}

	/** @return array{label: string, value: string} */
	private function fact( string $label, string $value ): array {
		return [
			'label' => $label,
			'value' => $value,
		];
	}
}
