<?php
declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\OrderSheet\Foreseen;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\SheetDocument;
use OrderInvoicer\Domain\Report\ReportedTax;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\OutlookText;
use OrderInvoicer\Wording\RuleText;
use OrderInvoicer\Wording\SheetText;
use OrderInvoicer\Wording\TaskText;

/** An order's documents, and those to come, as the schema `order-documents` shows them. */
final class OrderSheetView {

	public function __construct(
		private readonly TaskText $tasks,
		private readonly SheetText $texts,
		private readonly OutlookText $outlook,
		private readonly DocumentPage $pages,
		private readonly ProblemView $problems,
		private readonly RuleText $rules,
	) {}

	/**
	 * @param array<string, mixed> $screen what the order's screen shows of it: html, pills, actions, credit_preview.
	 * @return array<string, mixed>
	 */
	public function view( OrderSheet $sheet, array $screen ): array {
		$documents = [];
		foreach ( $sheet->rows as $row ) {
			if ( isset( $sheet->documents[ $row->id ] ) ) {
				$documents[] = $this->document( $row, $sheet->documents[ $row->id ] )
					+ [ 'rule' => implode( ' ', $this->rules->of_document( $sheet, $row->id ) ) ];
			}
		}
		return [
			'documents' => $documents,
			'to_come'   => array_map( $this->foreseen( ... ), $sheet->foreseen ),
			'moves'     => $sheet->is_moving(),
			'lines'     => $this->lines( $sheet ),
		] + $screen;
	}

	/** @return list<string> how each row stands: what is new among them is told to those who do not see the box. */
	public function lines( OrderSheet $sheet ): array {
		$rows = array_filter(
			$sheet->rows,
			static fn ( Task $task ): bool => $task->key->effect->creates() !== null
				|| ( $task->key->effect !== Effect::FollowOrder && $task->state !== TaskState::Skipped )
		);
		return array_values(
			array_map(
				fn ( Task $task ): string => sprintf(
					/* translators: 1: such as Invoice, 2: such as Final. */
					__( '%1$s: %2$s', 'orderinvoicer' ),
					$this->tasks->effect( $task ),
					$this->texts->state( $task, $sheet->documents[ $task->id ] ?? null )
				),
				$rows
			)
		);
	}

	/** @return array<string, mixed> */
	private function document( Task $task, SheetDocument $shown ): array {
		$document = $shown->document;
		$currency = $shown->currency();
		$amount   = fn ( ?int $minor ): ?string => $this->amount( $minor, $currency );
		return [
			'task_id'   => $task->id,
			'kind'      => $document->kind->value,
			'number'    => $task->remote_number,
			'url'       => $this->pages->url( $document->kind, $document->id ),
			'date'      => $document->date,
			'currency'  => $document->currency,
			'excl_tax'  => $amount( $document->excl_tax ),
			'vat'       => $amount( $shown->vat() ),
			'incl_tax'  => $amount( $document->incl_tax ),
			'taxes'     => $document->taxes === null ? null : array_map(
				static fn ( ReportedTax $tax ): array => [
					'percent' => $tax->percent,
					'vat'     => $amount( $tax->amount ) ?? '',
				],
				$document->taxes
			),
			'ordered'   => $amount( $shown->ordered ),
			'agreement' => $shown->agreement?->value,
			'paid'      => $amount( $shown->paid() ),
			'due'       => $amount( $shown->due() ),
		];
	}

	private function amount( ?int $minor, ?Currency $currency ): ?string {
		return $minor === null || $currency === null
			? null
			: Decimal::of_minor( $minor, $currency->decimals )->to_scale( $currency->decimals );
	}

	/** @return array<string, mixed> */
	private function foreseen( Foreseen $foreseen ): array {
		return [
			'kind'     => $foreseen->kind->value,
			'prospect' => $foreseen->prospect->value,
			'trigger'  => (string) $foreseen->workflow->trigger,
			'finalise' => (string) $foreseen->workflow->finalise,
			'after'    => $foreseen->after?->value,
			'problem'  => $this->problems->view( $foreseen->problem ),
			'rule'     => $foreseen->rule === null ? '' : $this->rules->takes( $foreseen->rule ),
			'text'     => implode( ' ', $this->outlook->sentences( $foreseen ) ),
		];
	}
}
