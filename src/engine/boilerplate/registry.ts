import type { Cue } from './cue'
import { accountPage } from './cues/account-page'
import { advertising } from './cues/advertising'
import { agencyResidue } from './cues/agency-residue'
import { appPromotion } from './cues/app-promotion'
import { authorNote } from './cues/author-note'
import { belowHeadline } from './cues/below-headline'
import { breadcrumb } from './cues/breadcrumb'
import { campaignStrap } from './cues/campaign-strap'
import { caption } from './cues/caption'
import { channelNavigation } from './cues/channel-navigation'
import { comments } from './cues/comments'
import { complaints } from './cues/complaints'
import { cookieNotice } from './cues/cookie-notice'
import { copyright } from './cues/copyright'
import { credit } from './cues/credit'
import { dateline } from './cues/dateline'
import { disclaimer } from './cues/disclaimer'
import { hidden } from './cues/hidden'
import { licenceNumber } from './cues/licence-number'
import { linkDense } from './cues/link-dense'
import { ornament } from './cues/ornament'
import { pageData } from './cues/page-data'
import { pager } from './cues/pager'
import { player } from './cues/player'
import { pullQuote } from './cues/pull-quote'
import { references } from './cues/references'
import { related } from './cues/related'
import { repeatedLine } from './cues/repeated-line'
import { repeatedParagraph } from './cues/repeated-paragraph'
import { repeatedTitle } from './cues/repeated-title'
import { shareBar } from './cues/share-bar'
import { siteCensus } from './cues/site-census'
import { standingAlone } from './cues/standing-alone'
import { tags } from './cues/tags'
import { tailCredit } from './cues/tail-credit'
import { templateResidue } from './cues/template-residue'
import { tools } from './cues/tools'
import { topicBanner } from './cues/topic-banner'
import { visitCounts } from './cues/visit-counts'

/** Every cue. A cue file that is not listed here fails the cues' test. */
export const cues: readonly Cue[] = [
  accountPage,
  advertising,
  agencyResidue,
  appPromotion,
  authorNote,
  belowHeadline,
  breadcrumb,
  campaignStrap,
  caption,
  channelNavigation,
  comments,
  complaints,
  cookieNotice,
  copyright,
  credit,
  dateline,
  disclaimer,
  hidden,
  licenceNumber,
  linkDense,
  ornament,
  pageData,
  pager,
  player,
  pullQuote,
  references,
  related,
  repeatedLine,
  repeatedParagraph,
  repeatedTitle,
  shareBar,
  siteCensus,
  standingAlone,
  tags,
  tailCredit,
  templateResidue,
  tools,
  topicBanner,
  visitCounts,
]
