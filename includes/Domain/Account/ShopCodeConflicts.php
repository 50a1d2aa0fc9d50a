<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;

/**
 * Documents of other shops that carry this shop's code, kept for each code that this shop has had: what was sent with a
 * former code is still looked for by it. Nothing is known yet about another account.
 */
interface ShopCodeConflicts {

	/** The clash of the present code that nobody has settled. */
	public function standing(): ?ShopCodeConflict;

	/** @return list<ShopCodeConflict> one for each code; that of the present code first. */
	public function unsettled(): array;

	/** For the present code. */
	public function looked_at(): ?\DateTimeImmutable;

	/** Documents up to this id were settled by a person. */
	public function settled_up_to( string $code, DocumentKind $kind ): int;

	/** Id of the newest document at the last look for the present code; 0 when nobody looked. */
	public function newest_before( DocumentKind $kind ): int;

	/**
	 * @param list<ShopCodeConflict>     $found  all that are not settled now, one for each code.
	 * @param ListedDocument|null $newest null when none could be seen.
	 */
	public function looked( \DateTimeImmutable $at, array $found, ?ListedDocument $newest ): void;

	/** A person says that the documents seen are no reason to worry. */
	public function settle( ShopCodeConflict $clash ): void;
}
