<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Application\Ports\SettingsStore;
use OrderInvoicer\Rest\ConnectionView;
use OrderInvoicer\Rest\StatusView;

defined( 'ABSPATH' ) || exit;

/**
 * What support needs to know, on Tools › Site Health › Info and in WooCommerce's status report. People post both in
 * public: no secrets, no client id, no names, no texts of the owner.
 */
final class Diagnostics {

	public function __construct(
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
		$information['orderinvoicer'] = [
			'label'  => __( 'Order Invoicer', 'orderinvoicer' ),
			'fields' => $fields,
		];
		return $information;
	}

	/** @internal */
	public function handle_woocommerce_system_status_report(): void {
		echo '<table class="wc_status_table widefat" cellspacing="0"><thead><tr>';
		printf( '<th colspan="3" data-export-label="Order Invoicer"><h2>%s</h2></th></tr></thead><tbody>', esc_html__( 'Order Invoicer', 'orderinvoicer' ) );
		foreach ( $this->facts() as $name => $fact ) {
			printf( '<tr><td data-export-label="%1$s">%2$s:</td><td class="help"></td><td>%3$s</td></tr>', esc_attr( $name ), esc_html( $fact['label'] ), esc_html( $fact['value'] ) );
		}
		echo '</tbody></table>';
	}

	/** @return array<string, array{label: string, value: string}> */
	private function facts(): array {
		$settings = $this->settings->get();
		$status   = $this->status->current();
		return [
			'version'     => $this->fact( __( 'Version', 'orderinvoicer' ), ORDERINVOICER_VERSION ),
			'connection'  => $this->fact( __( 'Connection', 'orderinvoicer' ), $this->connection->state() ),
			'invoices'    => $this->fact( __( 'Invoices', 'orderinvoicer' ), $settings->workflow( DocumentKind::Invoice )->enabled ? 'on' : 'off' ),
			'trigger'     => $this->fact( __( 'Trigger', 'orderinvoicer' ), $settings->workflow( DocumentKind::Invoice )->trigger->value ),
			'finalise'    => $this->fact( __( 'Finalised', 'orderinvoicer' ), $settings->workflow( DocumentKind::Invoice )->finalise->value ),
			'start_date'  => $this->fact( __( 'Start date', 'orderinvoicer' ), $settings->workflow( DocumentKind::Invoice )->start_date ),
			'tax_rates'   => $this->fact( __( 'Tax rates assigned', 'orderinvoicer' ), (string) count( $settings->tax_rates ) ),
			'exempt'      => $this->fact( __( 'Situations without tax assigned', 'orderinvoicer' ), implode( ', ', array_keys( $settings->exempt_taxes ) ) ),
			'pause'       => $this->fact( __( 'Pause', 'orderinvoicer' ), $status['pause']['code'] ?? '-' ),
			'counts'      => $this->fact( __( 'Syncs by state', 'orderinvoicer' ), (string) wp_json_encode( $status['counts'] ) ),
			'oldest_due'  => $this->fact( __( 'Oldest waiting', 'orderinvoicer' ), $status['oldest_due_at'] ?? '-' ),
			'last_sweep'  => $this->fact( __( 'Last pass', 'orderinvoicer' ), $status['last_sweep_at'] ?? '-' ),
			'loopback'    => $this->fact( __( 'Calls to itself', 'orderinvoicer' ), $status['loopback'] ),
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
