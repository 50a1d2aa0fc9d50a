<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Sellsy\Client\Answer;

/**
 * All of a customer or item as its `PUT` takes it: for accounts in which that drops what is left out.
 */
final class WholeRecord {

	/** A list of which the empty one says something: on none. */
	private const MAILINGS = 'marketing_campaigns_subscriptions';

	/** What `PUT` takes under the name and in the form in which `GET` answers it. */
	private const CUSTOMER = [
		'name',
		'last_name',
		'first_name',
		'civility',
		'email',
		'website',
		'phone_number',
		'mobile_number',
		'fax_number',
		'legal_france',
		'capital',
		'reference',
		'note',
		'auxiliary_code',
		'social',
		'rate_category_id',
		'accounting_code_id',
		'accounting_purchase_code_id',
		'is_archived',
		self::MAILINGS,
		'sync',
	];
	private const ITEM     = [
		'name',
		'reference',
		'purchase_amount',
		'is_reference_price_taxes_free',
		'tax_id',
		'unit_id',
		'category_id',
		'standard_quantity',
		'description',
		'is_name_included_in_description',
		'accounting_code_id',
		'accounting_purchase_code_id',
		'is_archived',
	];

	/** What `PUT` has no name for: Sellsy's own, or changed by other calls. */
	private const NOT_OF_CUSTOMER = [
		'id',
		'type',
		'main_contact_id',
		'dunning_contact_id',
		'invoicing_contact_id',
		'invoicing_address_id',
		'delivery_address_id',
		'created',
		'updated_at',
		'_embed',
	];
	private const NOT_OF_ITEM     = [
		'id',
		'type',
		'reference_price',
		'reference_price_taxes_exc',
		'reference_price_taxes_inc',
		'price_excl_tax',
		'currency',
		'is_declined',
		'is_einvoicing_compliant',
	];

	/** What `GET` answers as an object, and `PUT` takes as its id. */
	private const BY_ID = [
		'owner'               => 'owner_id',
		'business_segment'    => 'business_segment',
		'number_of_employees' => 'number_of_employees',
	];

	/** @return array<string, mixed>|null null where something of it cannot be sent back. */
	public function of_customer( Answer $customer ): ?array {
		$known    = [ ...self::CUSTOMER, ...self::NOT_OF_CUSTOMER, ...array_keys( self::BY_ID ) ];
		$is_staff = in_array( $customer->object( 'owner' )->string( 'type' ), [ 'staff', '' ], true );
		if ( ! $is_staff || self::holds_more( $customer, $known ) ) {
			return null;
		}
		$body = $customer->filled( self::CUSTOMER )
			+ ( $customer->has( self::MAILINGS ) ? [ self::MAILINGS => [] ] : [] );
		foreach ( self::BY_ID as $theirs => $ours ) {
			$id = $customer->object( $theirs )->optional_int( 'id' );
			if ( $id !== null ) {
				$body[ $ours ] = $id;
			}
		}
		return $body;
	}

	/**
	 * `reference_price` of an answer is deprecated: the price stands on the side on which it was entered.
	 *
	 * @return array<string, mixed>|null null where something of it cannot be sent back.
	 */
	public function of_item( Answer $item ): ?array {
		if ( self::holds_more( $item, [ ...self::ITEM, ...self::NOT_OF_ITEM ] ) ) {
			return null;
		}
		$side  = $item->bool( 'is_reference_price_taxes_free', true ) ? 'exc' : 'inc';
		$price = $item->string( "reference_price_taxes_$side" );
		return $item->filled( self::ITEM ) + ( $price === '' ? [] : [ 'reference_price' => $price ] );
	}

	/** @param list<string> $known */
	private static function holds_more( Answer $record, array $known ): bool {
		foreach ( array_diff( $record->keys(), $known ) as $other ) {
			if ( $record->has( $other ) ) {
				return true;
			}
		}
		return false;
	}
}
