<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Ledger\Task;

/**
 * A row and its tries in codes and numbers, for people who help. It may be posted in public, so problems show only the
 * allowed facts: others repeat what Sellsy or the shop wrote.
 */
final class SupportText {

	private const FACTS = [
		'status',
		'route',
		'scope',
		'id',
		'kind',
		'amount',
		'cap',
		'order_total',
		'document_total',
		'order_vat',
		'document_vat',
		'refund',
		'refund_vat',
		'lines',
		'lines_vat',
		'enter',
		'enter_vat',
		'lines_total',
		'sellsy_total',
		'percent',
		'order_percent',
		'sellsy_percent',
		'currency',
		'rate_id',
		'situation',
	];

	/**
	 * @param list<array{
	 *     at: \DateTimeImmutable,
	 *     attempt: int,
	 *     outcome: string,
	 *     problem: ?Problem,
	 *     steps: list<Step>
	 * }> $tries
	 */
	public function text( Task $task, array $tries ): string {
		$key   = $task->key;
		$lines = [
			"#{$task->id} order {$key->order_id} {$key->effect->value} revision {$key->revision}: {$task->state->value}"
				. $this->remote( $task ),
		];
		foreach ( $tries as $made ) {
			$lines[] = "  {$made['at']->format( DATE_RFC3339 )} try {$made['attempt']}: {$made['outcome']}"
				. $this->problem( $made['problem'] );
			foreach ( $made['steps'] as $step ) {
				$lines[] = "    {$step->code->value}" . $this->facts( $step->facts );
			}
		}
		return implode( "\n", $lines );
	}

	private function remote( Task $task ): string {
		return ! $task->was_at_sellsy() ? '' : ", {$task->remote_type} {$task->remote_id} {$task->remote_number}";
	}

	private function problem( ?Problem $problem ): string {
		return $problem === null
			? ''
			: ", {$problem->code->value}"
				. $this->facts( array_intersect_key( $problem->facts, array_flip( self::FACTS ) ) );
	}

	/** @param array<string, string|int> $facts */
	private function facts( array $facts ): string {
		$shown = '';
		foreach ( $facts as $name => $value ) {
			$shown .= " $name=$value";
		}
		return $shown;
	}
}
