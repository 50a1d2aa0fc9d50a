<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Seen\DocumentPayments;
use OrderInvoicer\Domain\Seen\SeenDocument;

/** A document of the order that exists, beside what the order says. Amounts are minor units. */
final class SheetDocument {

	/**
	 * @param Agreement|null $agreement null where it cannot be compared with the order.
	 * @param int|null       $ordered   TTC of the order, or of the refund that it credits; null where it is not
	 *                                  compared.
	 * @param SeenDocument|null $seen   how it was seen at Sellsy last; null where nobody has looked.
	 * @param bool           $is_credited an invoice of which final credit notes took all.
	 * @param RecordedMoney|null $money what was recorded on an invoice; null where nobody knows here.
	 * @param bool           $gives_money_back a credit note whose refund gave back money that had come.
	 */
	public function __construct(
		public readonly ReportedDocument $document,
		public readonly ?Agreement $agreement = null,
		public readonly ?int $ordered = null,
		public readonly ?RecordedMoney $money = null,
		public readonly ?SeenDocument $seen = null,
		public readonly bool $is_credited = false,
		public readonly bool $gives_money_back = false,
	) {}

	/** What people made of it in Sellsy; null where that is nothing to be told, or not known. */
	public function noticed(): ?Noticed {
		$word = $this->seen === null ? null : Noticed::of_status( $this->document->kind, $this->seen->status );
		$left = $this->left_in_sellsy();
		return match ( true ) {
			$word !== null                             => $word,
			$left === null || $this->may_be_credited() => null,
			default                                    => $left > 0 ? Noticed::PartPaid : Noticed::Paid,
		};
	}

	/** What is left to pay of it in Sellsy, where that is less than it is worth; else null. */
	public function left_in_sellsy(): ?int {
		$owed = $this->document->incl_tax;
		$due  = $this->seen?->due;
		return DocumentPayments::has_any( $this->document->kind ) && $due !== null && $owed !== null && $due < $owed
			? max( 0, $due )
			: null;
	}

	/** What Sellsy says to be left of an invoice is lowered by credit notes too; of the others, by payments alone. */
	private function may_be_credited(): bool {
		return $this->document->kind === DocumentKind::Invoice;
	}

	/** Null: its amounts are not known either. */
	public function currency(): ?Currency {
		return $this->document->currency === null ? null : Currency::from_code( $this->document->currency );
	}

	/** VAT of all taxes, minor units. */
	public function vat(): ?int {
		return $this->document->excl_tax === null || $this->document->incl_tax === null
			? null
			: $this->document->incl_tax - $this->document->excl_tax;
	}

	/** What was recorded as paid from here; null where nothing was because that was off: money may be there. */
	public function paid(): ?int {
		return $this->money?->is_off === true ? null : $this->money?->paid;
	}

	/** What is left to pay by what was recorded, or less where Sellsy has seen less. */
	public function due(): ?int {
		$in_sellsy = $this->left_in_sellsy();
		return match ( true ) {
			$this->money === null => null,
			$this->money->is_off  => $in_sellsy,
			default               => min( $this->money->left, $in_sellsy ?? $this->money->left ),
		};
	}
}
