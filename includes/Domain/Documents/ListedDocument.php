<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;

/** A document as Sellsy's lists show it: enough to tell whose it is, and what it is worth. */
final class ListedDocument {

	/**
	 * @param string           $number   empty while it is a draft.
	 * @param string           $key      the reference it carries, ours or anybody's.
	 * @param CustomerRef|null $customer null when the list does not say.
	 * @param RemoteDocument|null $document all that the list says; null where nobody asked for it.
	 * @param string           $subject_key as RemoteDocument has it.
	 */
	public function __construct(
		public readonly DocumentKind $kind,
		public readonly int $id,
		public readonly string $number,
		public readonly string $key,
		public readonly ?CustomerRef $customer,
		public readonly ?RemoteDocument $document = null,
		public readonly string $subject_key = '',
	) {}

	/** The same under the key of this shop that it carries, in either place; null where it carries none. */
	public function of_shop( string $shop_code ): ?self {
		if ( DocumentKey::is_of( $shop_code, $this->key ) ) {
			return $this;
		}
		$own = [
			'key'         => $this->subject_key,
			'subject_key' => '',
		];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		$known = new self( ...[ ...get_object_vars( $this ), ...$own ] );
		return DocumentKey::is_of( $shop_code, $this->subject_key ) ? $known : null;
	}
}
