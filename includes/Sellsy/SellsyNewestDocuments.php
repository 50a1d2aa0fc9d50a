<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

use OrderInvoicer\Application\Ports\NewestDocuments;
use OrderInvoicer\Domain\Customer\CustomerRef;
use OrderInvoicer\Domain\Customer\CustomerType;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Document\ListedDocument;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Resources\Documents;

defined( 'ABSPATH' ) || exit;

/** A kind's search without filters: Sellsy documents none by reference. */
final class SellsyNewestDocuments implements NewestDocuments {

	/** A thousand documents a day. */
	private const MAX_PAGES = 10;

	public function __construct(
		private readonly Documents $documents,
		private readonly DocumentMapping $mapping,
	) {}

	public function of( DocumentKind $kind, int $before ): array {
		$pages     = 0;
		$is_enough = static function ( Answer $oldest ) use ( $before, &$pages ): bool {
			++$pages;
			return $before === 0 || $oldest->id() <= $before || $pages === self::MAX_PAGES;
		};
		return array_map( fn ( Answer $answer ): ListedDocument => $this->listed( $kind, $answer ), $this->documents->search( $kind, [], $is_enough ) );
	}

	private function listed( DocumentKind $kind, Answer $answer ): ListedDocument {
		$document = $this->mapping->document( $kind, $answer );
		return new ListedDocument( $kind, $document->id, $document->number, $document->key, $this->customer( $answer ) );
	}

	/** Contacts stand among the related too. */
	private function customer( Answer $answer ): ?CustomerRef {
		foreach ( $answer->has( 'related' ) ? $answer->list( 'related' ) : [] as $related ) {
			$type = CustomerType::tryFrom( $related->string( 'type' ) );
			if ( $type !== null ) {
				return new CustomerRef( $type, $related->id() );
			}
		}
		return null;
	}
}
