<?php
declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderSheet\Foreseen;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\Prospect;
use OrderInvoicer\Domain\OrderSheet\SheetDocument;
use OrderInvoicer\Domain\Report\ReportedTax;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\OutlookText;
use OrderInvoicer\Wording\RuleText;
use OrderInvoicer\Wording\SheetText;
use OrderInvoicer\Wording\TaskText;

/**
 * An order's documents, and those to come, as the schema `order-documents` shows them.
 *
 * @phpstan-import-type ProblemAnswer from ProblemView
 * @phpstan-import-type OrderBoxAnswer from \OrderInvoicer\Admin\BoxView
 * @phpstan-import-type CreditableAnswer from \OrderInvoicer\Admin\CreditPreviewPart
 *
 * @phpstan-type SheetDocumentAnswer array{
 *     task_id: int,
 *     kind: value-of<DocumentKind>,
 *     // Empty while it is a draft.
 *     number: string,
 *     url: string,
 *     // YYYY-MM-DD, its own.
 *     date: string|null,
 *     currency: string|null,
 *     // HT.
 *     excl_tax: string|null,
 *     // Of all taxes.
 *     vat: string|null,
 *     // TTC.
 *     incl_tax: string|null,
 *     taxes: list<array{
 *         percent: string,
 *         vat: string,
 *     }>|null,
 *     // TTC of the order, or of the refund that it credits.
 *     ordered: string|null,
 *     // How it compares with the order (Domain\OrderSheet\Agreement); null where it cannot be compared.
 *     agreement: string|null,
 *     // What was recorded on the invoice; null where nobody knows here.
 *     paid: string|null,
 *     // What is left by that, after credit notes.
 *     due: string|null,
 *     // What is said of its rule, and of another that would take the order as it is. Empty: the kind has no rules.
 *     // Below likewise.
 *     rule: string,
 * }
 * @phpstan-type ForeseenAnswer array{
 *     kind: value-of<DocumentKind>,
 *     // passed: its moment is over; nothing: the problem says why.
 *     prospect: value-of<Prospect>,
 *     trigger: string,
 *     finalise: string,
 *     // The document of the same order that comes first.
 *     after: string|null,
 *     problem: ProblemAnswer|null,
 *     rule: string,
 *     text: string,
 * }
 * @phpstan-type OrderDocumentsAnswer array{
 *     // Those that exist and of which something is known. Amounts are decimals; null is unknown.
 *     documents: list<SheetDocumentAnswer>,
 *     // One for each kind that is switched on and of which there is nothing yet.
 *     to_come: list<ForeseenAnswer>,
 *     // It will look different in a moment.
 *     moves: bool,
 *     // How each entry of the ledger stands, in words.
 *     lines: list<string>,
 *     // The order box: the same in words, with what a person may do.
 *     box: OrderBoxAnswer,
 *     // The same in short, as it stands above the order actions of WooCommerce. HTML.
 *     pills: string,
 *     // What this plugin adds to the order actions of WooCommerce, as the order is now.
 *     actions: list<array{
 *         name: string,
 *         label: string,
 *     }>,
 *     // What a credit note can be previewed of; null where nothing can be credited.
 *     credit_preview: CreditableAnswer|null,
 * }
 * @phpstan-type OrderScreen array{
 *     box: OrderBoxAnswer,
 *     pills: string,
 *     actions: OrderDocumentsAnswer['actions'],
 *     credit_preview: CreditableAnswer|null,
 * }
 */
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
	 * @param OrderScreen $screen
	 * @return OrderDocumentsAnswer
	 */
	public function view( OrderSheet $sheet, array $screen ): array {
		$documents = [];
		foreach ( $sheet->rows as $row ) {
			if ( isset( $sheet->documents[ $row->id ] ) ) {
				$documents[] = $this->document( $sheet, $row, $sheet->documents[ $row->id ] );
			}
		}
		return [
			'documents' => $documents,
			'to_come'   => array_map( $this->foreseen( ... ), $sheet->foreseen ),
			'moves'     => $sheet->is_moving(),
			'lines'     => $this->lines( $sheet ),
		] + $screen;
	}

	/**
	 * How each row stands: what is new among them is told to those who do not see the box. A document says itself that
	 * it is final.
	 *
	 * @return list<string>
	 */
	public function lines( OrderSheet $sheet ): array {
		$rows = array_filter(
			$sheet->rows,
			static fn ( Task $task ): bool => match ( $task->state ) {
				TaskState::Skipped => $task->key->effect->creates() !== null,
				TaskState::Done    => ! $task->key->effect->makes_final() && $task->key->effect !== Effect::FollowOrder,
				default            => $task->key->effect !== Effect::FollowOrder,
			}
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

	/** @return SheetDocumentAnswer */
	private function document( OrderSheet $sheet, Task $task, SheetDocument $shown ): array {
		$document = $shown->document;
		$currency = $shown->currency();
		$amount   = fn ( ?int $minor ): ?string => $minor === null ? null : $currency?->minor_text( $minor );
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
			'rule'      => implode( ' ', $this->rules->of_document( $sheet, $task->id ) ),
		];
	}

	/** @return ForeseenAnswer */
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
