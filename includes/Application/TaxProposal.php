<?php

declare( strict_types=1 );

namespace OrderInvoicer\Application;

/** A Sellsy tax that may fit, and how sure that is. */
final class TaxProposal {

	public const CERTAIN = 'certain';
	public const LIKELY  = 'likely';
	public const NONE    = 'none';

	public function __construct(
		public readonly ?int $tax_id,
		public readonly string $confidence,
	) {}
}
