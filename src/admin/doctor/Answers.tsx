import { __, sprintf } from '@wordpress/i18n';
import { CopyForSupport } from '../../components/CopyForSupport';
import { formatCount, formatTime } from '../../i18n/format';
import type { Doctor, DoctorFinding } from '../../generated/schemas';

/** First what the owner does something about; what is in order last, folded. */
export function Answers( { answers, report, looked_at: lookedAt }: Doctor ) {
	if ( lookedAt === null ) {
		return null;
	}
	const matter = answers.filter( ( a ) => a.matters );
	const unknown = answers.filter( ( a ) => a.state === 'not-known' );
	const tried = unknown.filter( ( a ) => ! a.real );
	const fine = answers.filter(
		( a ) => a.state !== 'not-known' && ! a.matters
	);
	return (
		<>
			<AnswerList
				answers={ [
					...matter.filter( ( a ) => a.asks ),
					...matter.filter( ( a ) => ! a.asks ),
				] }
			/>
			<Folded
				count={ tried.length }
				title={ sprintf(
					/* translators: %s: number of questions. */
					__( 'Not known yet (%s)', 'orderinvoicer' ),
					formatCount( tried.length )
				) }
			>
				<AnswerList answers={ tried } />
			</Folded>
			<OfRealDocuments answers={ unknown.filter( ( a ) => a.real ) } />
			<Folded
				count={ fine.length }
				title={ sprintf(
					/* translators: %s: number of questions. */
					__( 'In order (%s)', 'orderinvoicer' ),
					formatCount( fine.length )
				) }
			>
				<AnswerList answers={ fine } />
			</Folded>
			<CopyForSupport
				text={ report }
				label={ __( 'Copy these answers', 'orderinvoicer' ) }
			/>
		</>
	);
}

type AnswersProps = { answers: DoctorFinding[] };

/** One sentence is enough for all of them. */
const OfRealDocuments = ( { answers }: AnswersProps ) => (
	<Folded
		count={ answers.length }
		title={ sprintf(
			/* translators: %s: number of questions. */
			__( 'Shown by real documents alone (%s)', 'orderinvoicer' ),
			formatCount( answers.length )
		) }
	>
		<p>
			{ __(
				'Only real documents show these. There is nothing to do: the first one that can will do so.',
				'orderinvoicer'
			) }
		</p>
		<ul className="orderinvoicer-list">
			{ answers.map( ( { name, question } ) => (
				<li key={ name }>{ question }</li>
			) ) }
		</ul>
	</Folded>
);

type FoldedProps = { count: number; title: string; children: React.ReactNode };

function Folded( { count, title, children }: FoldedProps ) {
	return (
		count > 0 && (
			<details className="orderinvoicer-more">
				<summary>{ title }</summary>
				{ children }
			</details>
		)
	);
}

function AnswerList( { answers }: AnswersProps ) {
	return (
		answers.length > 0 && (
			<ul className="orderinvoicer-checks">
				{ answers.map( ( answer ) => (
					<li
						key={ answer.name }
						className="orderinvoicer-checks__check"
					>
						<Badge { ...answer } />
						<div className="orderinvoicer-checks__text">
							<p>
								<strong>{ answer.question }</strong>
							</p>
							{ answer.text && <p>{ answer.text }</p> }
							{ answer.seen_before !== null && (
								<p>
									{ sprintf(
										/* translators: %s: date and time. */
										__(
											'Seen on %s, not seen again since.',
											'orderinvoicer'
										),
										formatTime( answer.seen_before )
									) }
								</p>
							) }
						</div>
					</li>
				) ) }
			</ul>
		)
	);
}

/** Where both answers are fine, either was expected. */
function Badge( { state, matters, asks }: DoctorFinding ) {
	if ( asks ) {
		return (
			<span className="orderinvoicer-badge is-critical">
				{ __( 'Needs you', 'orderinvoicer' ) }
			</span>
		);
	}
	if ( matters ) {
		return (
			<span className="orderinvoicer-badge is-recommended">
				{ __( 'Otherwise', 'orderinvoicer' ) }
			</span>
		);
	}
	return state === 'not-known' ? (
		<span className="orderinvoicer-badge is-unknown">
			{ __( 'Not known', 'orderinvoicer' ) }
		</span>
	) : (
		<span className="orderinvoicer-badge is-good">
			{ __( 'As expected', 'orderinvoicer' ) }
		</span>
	);
}
