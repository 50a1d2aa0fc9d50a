<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Seen;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** Since when none of our documents was without a look. */
interface LastLooks {

	/** @return \DateTimeImmutable|null null before each of that kind and round has had one. */
	public function documents_at( DocumentKind $kind, Round $round ): ?\DateTimeImmutable;

	public function payments_at(): ?\DateTimeImmutable;
}
