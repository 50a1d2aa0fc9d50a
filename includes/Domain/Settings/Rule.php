<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Flag;
use OrderInvoicer\Domain\Settings\Fields\Id;
use OrderInvoicer\Domain\Settings\Fields\Number;
use OrderInvoicer\Domain\Settings\Fields\Optional;
use OrderInvoicer\Domain\Settings\Fields\Text;

/**
 * One rule of a kind of document: which orders it takes, and what is made of them. Its conditions alone choose it; its
 * trigger says when. Its id stands with each document that it made and is never given to another rule.
 */
final class Rule {

	/** The rule without conditions, which stands last: the workflow's own fields. Shops had no other before. */
	public const OTHERS = 0;

	/** No rule takes the order: nothing is made of it by itself. */
	public const NONE = 4294967295;

	/** The order does not tell whether a rule takes it: a person is asked. */
	public const UNSURE = self::NONE - 1;

	/** @param array<string, mixed> $conditions what it asks for, by Condition value. */
	public function __construct(
		#[Number(
			0,
			minimum: 1,
			maximum: self::UNSURE - 1,
			description: 'Stands with the documents that it made, so that it is never given twice: drawn by chance.'
		)]
		public readonly int $id,
		#[Conditions]
		public readonly array $conditions,
		#[Flag( true, 'False: no such document is made of these orders.' )]
		public readonly bool $makes,
		#[Text( Trigger::CONFIRMED, pattern: Trigger::PATTERN, as: Trigger::class, description: Trigger::ABOUT )]
		public readonly Trigger $trigger,
		#[Text( Finalise::MANUAL, pattern: Finalise::PATTERN, as: Finalise::class, description: Finalise::ABOUT )]
		public readonly Finalise $finalise,
		#[Flag( description: 'Sellsy sends the document to the customer, once.' )]
		public readonly bool $email,
		#[Id( 'Sellsy staff. Null: as for all other orders. The next two likewise.', is_optional: true )]
		public readonly ?int $owner_id,
		#[Id( is_optional: true )]
		public readonly ?int $model_id,
		#[Id( is_optional: true )]
		public readonly ?int $rate_category_id,
		#[Optional(
			new Text(
				description: 'As JSON, where this release cannot read it: it takes every order and makes nothing.'
			)
		)]
		public readonly string $unread,
	) {}

	/** @return bool|null null where the order does not tell. */
	public function takes( OrderTraits $order ): ?bool {
		$takes = true;
		foreach ( $this->conditions as $name => $wanted ) {
			$fits = Condition::from( $name )->fits( $wanted, $order );
			if ( $fits === false ) {
				return false;
			}
			$takes = $fits === null ? null : $takes;
		}
		return $takes;
	}

	public function asks( Condition $condition ): bool {
		return isset( $this->conditions[ $condition->value ] );
	}
}
