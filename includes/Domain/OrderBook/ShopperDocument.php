<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Report\ReportedDocument;

/** A document as its buyer may know it: one that is final, or a proforma to pay by. */
final class ShopperDocument {

	/**
	 * @param int         $task_id  of the task that made it; a link names the document by it.
	 * @param int         $id       Sellsy's.
	 * @param string|null $date     `Y-m-d`; null where nobody has read it yet, likewise below.
	 * @param string|null $currency ISO 4217 code.
	 * @param int|null    $incl_tax TTC, minor units.
	 * @param bool        $is_credited an invoice of which final credit notes took all.
	 * @param string      $order_mark  whose order it was (`SameOrder\OrderMark`).
	 */
	public function __construct(
		public readonly int $task_id,
		public readonly DocumentKind $kind,
		public readonly int $id,
		public readonly string $number,
		public readonly ?string $date,
		public readonly ?string $currency,
		public readonly ?int $incl_tax,
		public readonly bool $is_credited = false,
		public readonly string $order_mark = '',
	) {}

	/**
	 * Of these kinds only what is final has a number in the ledger; a proforma has one from the start.
	 *
	 * @param ReportedDocument|null $known null where nobody has read it yet.
	 * @return self|null null: there is no file to hand out.
	 */
	public static function of( Task $task, ?ReportedDocument $known = null, bool $is_credited = false ): ?self {
		$kind = $task->key->effect->creates();
		return $kind === null || ! ( $kind->is_validated() || $kind === DocumentKind::Proforma )
			|| $task->remote_number === '' || ! $task->has_document()
			? null
			: new self(
				task_id: $task->id,
				kind: $kind,
				id: $task->remote_id,
				number: $task->remote_number,
				date: $known?->date,
				currency: $known?->currency,
				incl_tax: $known?->incl_tax,
				is_credited: $is_credited,
				order_mark: $task->order_mark
			);
	}
}
