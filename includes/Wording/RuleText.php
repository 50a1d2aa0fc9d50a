<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\SheetRule;
use OrderInvoicer\Domain\Settings\Condition;
use OrderInvoicer\Domain\Settings\Rule;

/** The rule by which a document is made. Plain text, to be escaped. */
final class RuleText {

	public function __construct( private readonly ConditionText $conditions ) {}

	/** Of a document to come. */
	public function takes( SheetRule $rule ): string {
		return match ( $rule->id ) {
			Rule::NONE   => __( 'None of your rules takes this order.', 'orderinvoicer' ),
			Rule::UNSURE => __( 'Nobody knows which of your rules takes this order.', 'orderinvoicer' ),
			/* translators: %s: which orders a rule takes, such as "Card, companies, France". */
			default      => sprintf( __( 'By your rule: %s.', 'orderinvoicer' ), $this->orders( $rule ) ),
		};
	}

	/** @return list<string> of a document that exists: sentences; none where its kind has no rules. */
	public function of_document( OrderSheet $sheet, int $row_id ): array {
		$kept = $sheet->rules[ $row_id ] ?? null;
		$fits = $sheet->fitting[ $row_id ] ?? null;
		return [
			...( $kept === null ? [] : [ $this->made( $kept ) ] ),
			...( $fits === null ? [] : [ $this->would_fit( $fits ) ] ),
		];
	}

	private function made( SheetRule $rule ): string {
		return match ( true ) {
			$rule->id === Rule::NONE => __(
				'None of your rules makes it: somebody asked for it. Whether it becomes final or is sent, you decide.',
				'orderinvoicer'
			),
			$rule->id === Rule::UNSURE => __(
				'Nobody knew which of your rules takes the order, and somebody had it made. Whether it becomes final or is sent, you decide.',
				'orderinvoicer'
			),
			$rule->was_taken_away()  => __(
				'The rule that it was made by was removed. Whether it becomes final or is sent, you decide.',
				'orderinvoicer'
			),
			default                  => sprintf(
				/* translators: %s: which orders a rule takes, such as "Card, companies, France". */
				__( 'Made by your rule: %s.', 'orderinvoicer' ),
				$this->orders( $rule )
			),
		};
	}

	private function would_fit( SheetRule $rule ): string {
		return match ( $rule->id ) {
			Rule::NONE   => __(
				'As the order is now, none of your rules would take it. The document keeps its rule.',
				'orderinvoicer'
			),
			Rule::UNSURE => __(
				'As the order is now, nobody knows which rule would take it. The document keeps its rule.',
				'orderinvoicer'
			),
			default      => sprintf(
				/* translators: %s: which orders a rule takes, such as "Card, companies, France". */
				__(
					'As the order is now, another rule would take it: %s. The document keeps its rule.',
					'orderinvoicer'
				),
				$this->orders( $rule )
			),
		};
	}

	/** Which orders it takes. */
	private function orders( SheetRule $of ): string {
		$rule       = $of->rule;
		$conditions = $rule === null ? [] : array_map(
			fn ( string $name, mixed $wanted ): string => $this->conditions->text( Condition::from( $name ), $wanted ),
			array_keys( $rule->conditions ),
			$rule->conditions
		);
		return match ( true ) {
			$rule === null      => __( 'all other orders', 'orderinvoicer' ),
			$rule->unread !== '' => __( 'one that this version cannot read', 'orderinvoicer' ),
			$conditions === []  => __( 'every order', 'orderinvoicer' ),
			default             => implode( ', ', $conditions ),
		};
	}
}
