<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

use OrderInvoicer\Domain\Tax\ExemptSituation;

/**
 * Settings as nested arrays: the one shape in which they are stored, imported and sent over REST. Reading is tolerant: a
 * key that is unknown is ignored, one that is missing or of another type leaves the value as it is.
 */
final class SettingsArray {

	/** @return array<string, mixed> */
	public function to_array( Settings $settings ): array {
		return [
			'shop_code'                => $settings->shop_code,
			'invoice'                  => [ 'trigger' => $settings->invoice->trigger->value ] + get_object_vars( $settings->invoice ),
			'create_items'             => $settings->create_items,
			'rounding_cap'             => $settings->rounding_cap,
			'tax_rates'                => $this->pairs( $settings->tax_rates, 'rate_id' ),
			'exempt_taxes'             => $this->pairs( $settings->exempt_taxes, 'situation' ),
			'rounding_tax_id'          => $settings->rounding_tax_id,
			'debug_log'                => $settings->debug_log,
			'delete_data_on_uninstall' => $settings->delete_data_on_uninstall,
		];
	}

	/** @param array<mixed> $changes */
	public function merged( Settings $settings, array $changes ): Settings {
		$values = new Values( $changes );
		return new Settings(
			$values->text( 'shop_code', $settings->shop_code ),
			$this->merged_invoice( $settings->invoice, new Values( $values->list_of( 'invoice' ) ?? [] ) ),
			$values->flag( 'create_items', $settings->create_items ),
			$values->number( 'rounding_cap', $settings->rounding_cap ),
			$this->rates( $values->list_of( 'tax_rates' ) ) ?? $settings->tax_rates,
			$this->exemptions( $values->list_of( 'exempt_taxes' ) ) ?? $settings->exempt_taxes,
			$values->id( 'rounding_tax_id', $settings->rounding_tax_id ),
			$values->flag( 'debug_log', $settings->debug_log ),
			$values->flag( 'delete_data_on_uninstall', $settings->delete_data_on_uninstall ),
		);
	}

	private function merged_invoice( InvoiceSettings $invoice, Values $values ): InvoiceSettings {
		return new InvoiceSettings(
			$values->flag( 'enabled', $invoice->enabled ),
			new Trigger( $values->text( 'trigger', $invoice->trigger->value ) ),
			$values->text( 'start_date', $invoice->start_date ),
			$values->flag( 'finalise', $invoice->finalise ),
			$values->id( 'owner_id', $invoice->owner_id ),
			$values->id( 'model_id', $invoice->model_id ),
			$values->id( 'rate_category_id', $invoice->rate_category_id ),
			$values->id( 'payment_term_id', $invoice->payment_term_id ),
			$values->text( 'subject', $invoice->subject ),
			$values->text( 'note', $invoice->note ),
		);
	}

	/**
	 * @param array<int|string, int> $map
	 * @return list<array<string, int|string>>
	 */
	private function pairs( array $map, string $key ): array {
		$pairs = [];
		foreach ( $map as $local => $tax_id ) {
			$pairs[] = [
				$key     => $local,
				'tax_id' => $tax_id,
			];
		}
		return $pairs;
	}

	/**
	 * @param array<mixed>|null $pairs
	 * @return array<int, int>|null
	 */
	private function rates( ?array $pairs ): ?array {
		$rates = [];
		foreach ( array_filter( $pairs ?? [], 'is_array' ) as $pair ) {
			$values  = new Values( $pair );
			$rate_id = $values->id( 'rate_id', null );
			$tax_id  = $values->id( 'tax_id', null );
			if ( $rate_id !== null && $tax_id !== null ) {
				$rates[ $rate_id ] = $tax_id;
			}
		}
		return $pairs === null ? null : $rates;
	}

	/**
	 * @param array<mixed>|null $pairs
	 * @return array<string, int>|null
	 */
	private function exemptions( ?array $pairs ): ?array {
		$exempt = [];
		foreach ( array_filter( $pairs ?? [], 'is_array' ) as $pair ) {
			$values    = new Values( $pair );
			$situation = ExemptSituation::tryFrom( $values->text( 'situation', '' ) );
			$tax_id    = $values->id( 'tax_id', null );
			if ( $situation !== null && $tax_id !== null ) {
				$exempt[ $situation->value ] = $tax_id;
			}
		}
		return $pairs === null ? null : $exempt;
	}
}
