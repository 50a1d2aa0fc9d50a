<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/** The legal form at the beginning or end of a company's name, with or without dots, as letters or in words. */
final class LegalForm {

	/** French and Belgian names may begin with theirs: "SARL Alpha". By plain letters without spaces. */
	private const EITHER_END = [
		'sarl'    => [ 'sarl', 'societearesponsabilitelimitee', 'steresponsabilitelimitee', 'stearl' ],
		'eurl'    => [ 'eurl', 'entrepriseunipersonnellearesponsabilitelimitee' ],
		'sas'     => [ 'sas', 'societeparactionssimplifiee' ],
		'sasu'    => [ 'sasu', 'societeparactionssimplifieeunipersonnelle' ],
		'sa'      => [ 'sa', 'societeanonyme' ],
		'sci'     => [ 'sci', 'societecivileimmobiliere' ],
		'scm'     => [ 'scm', 'societeciviledemoyens' ],
		'scp'     => [ 'scp', 'societecivileprofessionnelle' ],
		'sccv'    => [ 'sccv' ],
		'scea'    => [ 'scea', 'societeciviledexploitationagricole' ],
		'snc'     => [ 'snc', 'societeennomcollectif' ],
		'scs'     => [ 'scs', 'societeencommanditesimple' ],
		'sca'     => [ 'sca', 'societeencommanditeparactions' ],
		'scop'    => [ 'scop', 'societecooperativeetparticipative', 'societecooperativeouvrieredeproduction' ],
		'scic'    => [ 'scic', 'societecooperativedinteretcollectif' ],
		'ei'      => [ 'ei', 'entrepriseindividuelle', 'entrepreneurindividuel' ],
		'eirl'    => [ 'eirl', 'entrepreneurindividuelaresponsabilitelimitee' ],
		'selarl'  => [ 'selarl', 'societedexerciceliberalaresponsabilitelimitee' ],
		'selas'   => [ 'selas', 'societedexerciceliberalparactionssimplifiee' ],
		'selasu' => [ 'selasu' ],
		'selurl'  => [ 'selurl' ],
		'earl'    => [ 'earl', 'exploitationagricolearesponsabilitelimitee' ],
		'gaec'    => [ 'gaec', 'groupementagricoledexploitationencommun' ],
		'gie'     => [ 'gie', 'groupementdintereteconomique' ],
		'asbl'    => [ 'asbl', 'associationsansbutlucratif' ],
		'aisbl'   => [ 'aisbl' ],
		'sprl'    => [ 'sprl' ],
	];

	private const AT_THE_END = [
		'gmbh'     => [ 'gmbh', 'mbh', 'gesellschaftmitbeschrankterhaftung' ],
		'gmbhcokg' => [ 'gmbhcokg', 'gmbhetcokg', 'gmbhundcokg' ],
		'ag'       => [ 'ag', 'aktiengesellschaft' ],
		'ug'       =>
			[ 'ug', 'ughaftungsbeschrankt', 'unternehmergesellschaft', 'unternehmergesellschafthaftungsbeschrankt' ],
		'kg'       => [ 'kg', 'kommanditgesellschaft' ],
		'ohg'      => [ 'ohg', 'offenehandelsgesellschaft' ],
		'gbr'      => [ 'gbr' ],
		'ek'       => [ 'ek', 'ekfm', 'ekfr' ],
		'ev'       => [ 'ev', 'eingetragenerverein' ],
		'ltd'      => [ 'ltd', 'limited' ],
		'llc'      => [ 'llc', 'limitedliabilitycompany' ],
		'llp'      => [ 'llp' ],
		'plc'      => [ 'plc', 'publiclimitedcompany' ],
		'inc'      => [ 'inc', 'incorporated' ],
		'corp'     => [ 'corp', 'corporation' ],
		'bv'       => [ 'bv', 'beslotenvennootschap' ],
		'nv'       => [ 'nv', 'naamlozevennootschap' ],
		'vof'      => [ 'vof' ],
		'bvba'     => [ 'bvba' ],
		'vzw'      => [ 'vzw' ],
		'srl'      => [ 'srl', 'societaaresponsabilitalimitata' ],
		'srls'     => [ 'srls' ],
		'spa'      => [ 'spa', 'societaperazioni' ],
		'sl'       => [ 'sl', 'sociedadlimitada' ],
		'slu'      => [ 'slu', 'sociedadlimitadaunipersonal' ],
		'sau'      => [ 'sau' ],
		'lda'      => [ 'lda', 'limitada' ],
		'sarlu'    => [ 'sarlu' ],
		'sarls'    => [ 'sarls' ],
		'se'       => [ 'se', 'societaseuropaea', 'societeeuropeenne' ],
		'spzoo'    => [ 'spzoo' ],
		'sro'      => [ 'sro' ],
		'doo'      => [ 'doo' ],
		'kft'      => [ 'kft' ],
		'ab'       => [ 'ab', 'aktiebolag' ],
		'aps'      => [ 'aps' ],
		'oy'       => [ 'oy', 'oyj' ],
		'sagl'     => [ 'sagl' ],
	];

	/** The longest written in words: "groupement agricole d'exploitation en commun". */
	private const MOST_WORDS = 7;

	/**
	 * One form at most: of "SCI Zen SAS" the last counts. A name that is only a form keeps its words.
	 *
	 * @param list<string> $words of `PlainName::words()`.
	 * @return array{list<string>, string} the words without it, and the form as one word; empty for none.
	 */
	public static function split( array $words ): array {
		for ( $count = min( self::MOST_WORDS, count( $words ) - 1 ); $count > 0; $count-- ) {
			$form = self::named( array_slice( $words, -$count ), [ self::EITHER_END, self::AT_THE_END ] );
			if ( $form !== '' ) {
				return [ array_slice( $words, 0, -$count ), $form ];
			}
		}
		for ( $count = min( self::MOST_WORDS, count( $words ) - 1 ); $count > 0; $count-- ) {
			$form = self::named( array_slice( $words, 0, $count ), [ self::EITHER_END ] );
			if ( $form !== '' ) {
				return [ array_slice( $words, $count ), $form ];
			}
		}
		return [ $words, '' ];
	}

	/**
	 * @param list<string>                             $words
	 * @param list<array<string, list<string>>> $lists
	 */
	private static function named( array $words, array $lists ): string {
		$name = implode( '', $words );
		foreach ( $lists as $forms ) {
			foreach ( $forms as $form => $spellings ) {
				if ( in_array( $name, $spellings, true ) ) {
					return $form;
				}
			}
		}
		return '';
	}
}
