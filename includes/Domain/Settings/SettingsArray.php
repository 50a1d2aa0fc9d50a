<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/**
 * Settings as nested arrays: the one shape in which they are stored, imported and sent over REST. Reading is tolerant: a
 * key that is unknown is ignored, one that is missing or of another type leaves the value as it is.
 */
final class SettingsArray {

	private readonly SettingsLists $lists;

	public function __construct() {
		$this->lists = new SettingsLists();
	}

	/** @return array<string, mixed> */
	public function to_array( Settings $settings ): array {
		return [
			'shop_code'                => $settings->shop_code,
			...array_map( $this->workflow_to_array( ... ), $settings->workflows ),
			'payments'                 => [ 'methods' => $this->lists->pairs( $settings->payments->methods, 'gateway', 'method_id' ) ] + get_object_vars( $settings->payments ),
			'refunds'                  => get_object_vars( $settings->refunds ),
			'states'                   => $this->lists->states_to_array( $settings->states ),
			'shipped'                  => $settings->shipped,
			'items'                    => get_object_vars( $settings->items ),
			'checkout_numbers'         => $settings->checkout_numbers,
			'vat_mode'                 => $settings->vat_mode,
			'rounding_cap'             => $settings->rounding_cap,
			'tax_rates'                => $this->lists->pairs( $settings->tax_rates, 'rate_id', 'tax_id' ),
			'exempt_taxes'             => $this->lists->pairs( $settings->exempt_taxes, 'situation', 'tax_id' ),
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
			$this->merged_workflows( $settings, $values ),
			$this->merged_payments( $settings->payments, $values->object( 'payments' ) ),
			$this->merged_refunds( $settings->refunds, $values->object( 'refunds' ) ),
			$this->lists->states( $values->list_of( 'states' ) ) ?? $settings->states,
			$this->lists->texts( $values->list_of( 'shipped' ) ) ?? $settings->shipped,
			$this->merged_items( $settings->items, $values->object( 'items' ) ),
			$values->flag( 'checkout_numbers', $settings->checkout_numbers ),
			$values->text( 'vat_mode', $settings->vat_mode ),
			$values->number( 'rounding_cap', $settings->rounding_cap ),
			$this->lists->rates( $values->list_of( 'tax_rates' ) ) ?? $settings->tax_rates,
			$this->lists->exemptions( $values->list_of( 'exempt_taxes' ) ) ?? $settings->exempt_taxes,
			$values->id( 'rounding_tax_id', $settings->rounding_tax_id ),
			$values->flag( 'debug_log', $settings->debug_log ),
			$values->flag( 'delete_data_on_uninstall', $settings->delete_data_on_uninstall ),
		);
	}

	/** @return array<string, mixed> */
	private function workflow_to_array( WorkflowSettings $workflow ): array {
		return [
			'enabled'          => $workflow->enabled,
			'trigger'          => $workflow->trigger->value,
			'start_date'       => $workflow->start_date,
			'finalise'         => $workflow->finalise->value,
			'email'            => $workflow->email,
			'owner_id'         => $workflow->owner_id,
			'model_id'         => $workflow->model_id,
			'rate_category_id' => $workflow->rate_category_id,
			'payment_term_id'  => $workflow->payment_term_id,
			'subject'          => $workflow->subject,
			'note'             => $workflow->note,
		];
	}

	/** @return array<string, WorkflowSettings> */
	private function merged_workflows( Settings $settings, Values $values ): array {
		$workflows = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$workflows[ $kind->value ] = $this->merged_workflow( $settings->workflow( $kind ), $values->object( $kind->value ) );
		}
		return $workflows;
	}

	private function merged_workflow( WorkflowSettings $workflow, Values $values ): WorkflowSettings {
		return new WorkflowSettings(
			$values->flag( 'enabled', $workflow->enabled ),
			new Trigger( $values->text( 'trigger', $workflow->trigger->value ) ),
			$values->text( 'start_date', $workflow->start_date ),
			new Finalise( $values->text( 'finalise', $workflow->finalise->value ) ),
			$values->flag( 'email', $workflow->email ),
			$values->id( 'owner_id', $workflow->owner_id ),
			$values->id( 'model_id', $workflow->model_id ),
			$values->id( 'rate_category_id', $workflow->rate_category_id ),
			$values->id( 'payment_term_id', $workflow->payment_term_id ),
			$values->text( 'subject', $workflow->subject ),
			$values->text( 'note', $workflow->note ),
		);
	}

	private function merged_payments( PaymentSettings $payments, Values $values ): PaymentSettings {
		return new PaymentSettings(
			$values->flag( 'enabled', $payments->enabled ),
			$values->flag( 'pay_back', $payments->pay_back ),
			$this->lists->methods( $values->list_of( 'methods' ) ) ?? $payments->methods,
		);
	}

	private function merged_refunds( RefundSettings $refunds, Values $values ): RefundSettings {
		return new RefundSettings(
			$values->one_of( 'of_draft', [ RefundSettings::UPDATE, RefundSettings::CREDIT ], $refunds->of_draft ),
			$values->flag( 'credit_cancelled', $refunds->credit_cancelled ),
		);
	}

	private function merged_items( ItemSettings $items, Values $values ): ItemSettings {
		return new ItemSettings(
			$values->flag( 'create', $items->create ),
			$values->flag( 'variations', $items->variations ),
			$values->one_of( 'existing', [ ItemSettings::LEAVE, ItemSettings::FILL, ItemSettings::UPDATE ], $items->existing ),
			$values->one_of( 'bundles', [ ItemSettings::PARENT, ItemSettings::PARTS ], $items->bundles ),
			$values->flag( 'opening_stock', $items->opening_stock ),
			$values->id( 'warehouse_id', $items->warehouse_id ),
		);
	}
}
