<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Ports;

use OrderInvoicer\Domain\Document\CodeClash;
use OrderInvoicer\Domain\Document\DocumentKind;

/** What was seen of other shops with this shop's code. It holds for one code in one account: with another of either, nothing was seen yet. */
interface CodeClashes {

	/** The clash that nobody has settled. */
	public function standing(): ?CodeClash;

	public function looked_at(): ?\DateTimeImmutable;

	/** Documents up to this id were settled by a person. */
	public function settled_up_to( DocumentKind $kind ): int;

	public function looked( \DateTimeImmutable $at, ?CodeClash $found ): void;

	/** A person says that the documents seen are no reason to worry. */
	public function settle(): void;
}
