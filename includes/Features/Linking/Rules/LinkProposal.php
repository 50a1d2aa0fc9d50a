<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;

/** A document beside what it would be linked to, as a person sees it. */
final class LinkProposal {

	/**
	 * @param Decimal            $expected  TTC of the order, or of the refund.
	 * @param Currency           $currency  of the order.
	 * @param list<LinkDoubt>    $doubts
	 * @param LinkObstacle|null  $obstacle  null: it may be linked.
	 * @param int                $in_use_by the order that has it; 0 for none.
	 */
	public function __construct(
		public readonly LinkTarget $target,
		public readonly RemoteDocument $document,
		public readonly Decimal $expected,
		public readonly Currency $currency,
		public readonly array $doubts,
		public readonly ?LinkObstacle $obstacle,
		public readonly int $in_use_by,
	) {}

	/** The name that Sellsy has of its customer; empty where it does not say. */
	public function customer(): string {
		return $this->document->parties->customer->name ?? '';
	}

	/** What a person has seen and agrees to: differs as soon as anything of it does. */
	public function mark(): string {
		$seen = [
			$this->target->text(),
			$this->document->id,
			$this->document->number,
			$this->document->status,
			$this->document->amounts->incl_tax->to_string(),
			$this->document->currency,
			$this->document->parties?->ref->key(),
			$this->expected->to_string(),
			$this->currency->code,
			array_map( static fn ( LinkDoubt $doubt ): string => $doubt->name, $this->doubts ),
		];
		return substr( hash( 'sha256', (string) json_encode( $seen ) ), 0, 12 );
	}
}
