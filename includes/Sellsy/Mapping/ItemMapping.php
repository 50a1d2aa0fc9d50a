<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Items\ItemChange;
use OrderInvoicer\Domain\Items\ItemDraft;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Items\RemoteItem;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Sellsy\Client\Answer;

/** `POST /items`, `PUT /items/{id}` and what the catalogue answers. */
final class ItemMapping {

	private const NAME      = 250;
	private const REFERENCE = 250;

	/** @return array<string, mixed> */
	public function body( ItemDraft $draft ): array {
		return [
			'type'      => $draft->type,
			'reference' => Text::code( $draft->reference, self::REFERENCE ),
			...$this->changes(
				new ItemChange(
					name: $draft->name,
					description: $draft->description === '' ? null : $draft->description,
					price: $draft->price,
					price_includes_tax: $draft->price_includes_tax,
					tax_id: $draft->tax_id
				)
			),
		];
	}

	/** @return array<string, mixed> */
	public function changes( ItemChange $change ): array {
		$body = [
			'name'                          => $change->name === null ? null : Text::line( $change->name, self::NAME ),
			'reference_price'               => $change->price?->to_string(),
			'is_reference_price_taxes_free' => $change->price === null ? null : ! $change->price_includes_tax,
			'tax_id'                        => $change->tax_id,
			'description'                   => $change->description === null
				? null
				: Text::whole( $change->description, Text::MAX_TEXT ),
		];
		return array_filter( $body, static fn( mixed $value ): bool => $value !== null );
	}

	public function item( Answer $answer ): RemoteItem {
		$taxes_free = $answer->bool( 'is_reference_price_taxes_free', true );
		return new RemoteItem(
			ref: new ItemRef( $answer->id(), $answer->string( 'type' ) ),
			reference: $answer->string( 'reference' ),
			name: $answer->string( 'name' ),
			archived: $answer->bool( 'is_archived', false ),
			description: $answer->string( 'description' ),
			price: $this->price( $answer, $taxes_free ? 'reference_price_taxes_exc' : 'reference_price_taxes_inc' ),
			price_includes_tax: ! $taxes_free,
			tax_id: $answer->optional_int( 'tax_id' ),
			may_have_declinations: $answer->bool( 'is_declined', true ),
		);
	}

	/** Sellsy may write an empty text where there is none. */
	private function price( Answer $answer, string $name ): ?Decimal {
		return $answer->string( $name ) === '' ? null : $answer->decimal( $name );
	}
}
