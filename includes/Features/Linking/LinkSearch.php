<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Features\Linking\Rules\FindToLink;
use OrderInvoicer\Features\Linking\Rules\LinkProposal;
use OrderInvoicer\Features\Linking\Rules\LinkTarget;
use OrderInvoicer\Wording\Names\DocumentPage;

/** A document to link, by what a person typed: a number, the address of its page in Sellsy, or nothing. */
final class LinkSearch {

	/** A number or an address: longer is neither. */
	public const LONGEST = 250;

	public function __construct(
		private readonly FindToLink $find,
		private readonly DocumentPage $pages,
	) {}

	/**
	 * @return non-empty-list<LinkProposal>|string why there is none.
	 * @throws RemoteFailure
	 */
	public function found( int $order_id, LinkTarget $target, string $typed ): array|string {
		$is_address = str_contains( $typed, '://' );
		$address    = $is_address ? $this->pages->read( $typed ) : null;
		if ( $is_address && ( $address === null || $address[0] !== $target->kind ) ) {
			return __( 'This is not the address of such a document in Sellsy: open the document there, and copy the address of its page.', 'orderinvoicer' );
		}
		if ( ! $is_address && ! $this->find->can_look( $order_id, $target, $typed ) ) {
			return __( 'It is not known which customer of Sellsy this order is of, and documents of this kind are not found by their number alone. Paste the address of the document’s page in Sellsy instead.', 'orderinvoicer' );
		}
		$found = $address === null
			? $this->find->numbered( $order_id, $target, $typed )
			: array_values( array_filter( [ $this->find->one( $order_id, $target, $address[1] ) ] ) );
		return $found === [] ? self::none( $typed ) : $found;
	}

	private static function none( string $typed ): string {
		return $typed === ''
			? __( 'In Sellsy this customer has no document of this kind that is not linked to an order yet. If it stands with another customer, type its number or paste the address of its page in Sellsy.', 'orderinvoicer' )
			: __(
				'Sellsy has no such document. Check its number and kind, or paste the address of its page in Sellsy.',
				'orderinvoicer'
			);
	}
}
