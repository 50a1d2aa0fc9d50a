import { __, _n, sprintf } from '@wordpress/i18n';
import { formatCount } from '../../i18n/format';
import type { Settings } from '../../generated/schemas';
import { isUsual } from '../settings/usual';
import { sectionWord, tabWord } from '../tabs';
import { openSetting } from './openSetting';
import type { Place } from './onPage';
import { hrefOfSetting } from './places';
import { matching } from './matching';

/** More of them nobody reads: another word narrows them. */
const MOST = 8;

type FoundProps = {
	text: string;
	settings: Settings | null;
	onOpened: () => void;
};

/** What fits, as links to where it is set. */
export function Found( { text, settings, onOpened }: FoundProps ) {
	const found = matching( text );
	const isAsked = text.trim() !== '';
	return (
		<>
			<p className="screen-reader-text" role="status">
				{ isAsked ? countText( found.length ) : '' }
			</p>
			{ isAsked && (
				<div className="orderinvoicer-find__found">
					{ found.length === 0 && <p>{ countText( 0 ) }</p> }
					<ul>
						{ found.slice( 0, MOST ).map( ( place ) => (
							<li key={ place.name }>
								<FoundOne
									place={ place }
									isAnswered={
										place.answer !== undefined &&
										( settings === null ||
											isUsual( settings, place.name ) )
									}
									onOpen={ () => {
										onOpened();
										openSetting( place.name );
									} }
								/>
							</li>
						) ) }
					</ul>
					{ found.length > MOST && (
						<p className="orderinvoicer-muted">
							{ moreText( found.length - MOST ) }
						</p>
					) }
				</div>
			) }
		</>
	);
}

type FoundOneProps = {
	place: Place;
	isAnswered: boolean;
	onOpen: () => void;
};

function FoundOne( { place, isAnswered, onOpen }: FoundOneProps ) {
	const page = (
		<span className="orderinvoicer-muted">
			{ isAnswered ? place.answer?.() : pageWord( place ) }
		</span>
	);
	return isAnswered ? (
		<p>
			{ place.label() } { page }
		</p>
	) : (
		<a href={ hrefOfSetting( place ) } onClick={ onOpen }>
			{ place.label() } { page }
		</a>
	);
}

const pageWord = ( { tab }: Place ): string =>
	tab === 'diagnostics'
		? `${ sectionWord( 'tools' ) } › ${ tabWord( tab ) }`
		: tabWord( tab );

const countText = ( count: number ): string =>
	count === 0
		? __( 'No setting has these words.', 'orderinvoicer' )
		: sprintf(
				/* translators: %s: number of settings. */
				_n(
					'%s setting found',
					'%s settings found',
					count,
					'orderinvoicer'
				),
				formatCount( count )
			);

const moreText = ( count: number ): string =>
	sprintf(
		/* translators: %s: number of settings. */
		_n(
			'And %s more: add a word.',
			'And %s more: add a word.',
			count,
			'orderinvoicer'
		),
		formatCount( count )
	);
