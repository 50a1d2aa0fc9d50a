<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail;

defined( 'ABSPATH' ) || exit;

/** What an e-mail to the owner says. Plain text, to be escaped. */
final class OwnerMessage {

	/**
	 * @param string           $news    for the subject: `everything stands still`, `3 orders need you`.
	 * @param list<OwnerEntry> $entries
	 */
	public function __construct(
		public readonly string $news,
		public readonly string $intro,
		public readonly array $entries,
	) {}

	/** The same, with what stands before it. */
	public function after( string $intro ): self {
		return new self( $this->news, "$intro $this->intro", $this->entries );
	}
}
