<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

use OrderInvoicer\Domain\Item\ItemDraft;
use OrderInvoicer\Domain\Item\ItemRef;
use OrderInvoicer\Domain\Item\RemoteItem;
use OrderInvoicer\Sellsy\Answer;

defined( 'ABSPATH' ) || exit;

/** `POST /items` and what the catalogue answers. */
final class ItemMapping {

	/** @return array<string, mixed> */
	public function body( ItemDraft $draft ): array {
		return [
			'type'                          => $draft->type,
			'reference'                     => $draft->reference,
			'name'                          => Text::cut( $draft->name, 250 ),
			'reference_price'               => $draft->price->to_string(),
			'is_reference_price_taxes_free' => true,
			'tax_id'                        => $draft->tax_id,
		];
	}

	public function item( Answer $answer ): RemoteItem {
		return new RemoteItem(
			new ItemRef( $answer->int( 'id' ), $answer->string( 'type' ) ),
			$answer->string( 'reference' ),
			$answer->string( 'name' ),
			$answer->bool( 'is_archived', false ),
		);
	}
}
